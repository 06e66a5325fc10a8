import * as z from 'zod';

/** Ids are stable for ever and are typed on command lines. */
export const idPattern = /^[a-z0-9][a-z0-9-]*$/u;
export const sourceIdPattern = /^[A-Za-z][A-Za-z0-9-]*$/u;

const longestText = 8000;
const longestPattern = 1000;

/** A text that is not blank. */
export function text(about: string) {
  return z.string().trim().min(1).max(longestText).describe(about);
}

/** An id in lower case with hyphens. */
export function id(about: string) {
  return z.string().regex(idPattern).describe(about);
}

/** Patterns, one at least. */
export function patterns(about: string) {
  return z.array(z.string().trim().min(1).max(longestPattern)).min(1).describe(about);
}

const elementName = z
  .string()
  .regex(idPattern)
  .describe('The name of the element, shown to the candidate as "not seen: price".');

function elements(about: string) {
  return z.record(elementName, patterns('Any one of these patterns finds the element.')).describe(about);
}

const option = z
  .strictObject({
    needs: elements('What says that this option was chosen; all of it is needed.'),
    because: elements('Reasons for it; one covers the criterion.').optional(),
    price: elements('What the option costs.').optional(),
  })
  .describe('One committed choice.');

const example = z
  .strictObject({
    covered: text('An answer that covers the criterion.').optional(),
    partial: text('An answer that is half of it.').optional(),
    'not-detected': text('An answer that does not earn it.').optional(),
    by: text('Who wrote it.').default('me'),
    register: z
      .enum(['technical', 'spoken', 'terse', 'plain', 'second-language'])
      .default('plain')
      .describe('How it is said.'),
  })
  .describe('An answer and its verdict: { covered: "…", by: me, register: plain }; `cases check` grades it.');

export const criterionSchema = z
  .strictObject({
    id: id('Stable for ever; a changed meaning is a new id.'),
    level: z
      .enum(['mid', 'senior', 'staff'])
      .describe(
        'mid: the choice and its reason; senior: its number and how it fails; staff: its price over time and who owns it.',
      ),
    essential: z.boolean().default(false).describe('A step has three essentials; of the others the best three count.'),
    weight: z
      .union([z.literal(1), z.literal(2), z.literal(3)])
      .default(1)
      .describe('Points: 1, 2 or 3.'),
    says: text('One plain sentence that a person could grade by: at most two claims and one reason.'),
    extends: id('The id of the rung below, in the same step; it must be at least partial.').optional(),
    where: z
      .enum(['sentence', 'block', 'answer'])
      .default('block')
      .describe('Where its elements must stand together; a block is a paragraph or a list of at most five sentences.'),
    needs: elements('Elements that must all be found: partial, or covered where there is no because.').optional(),
    because: elements('Reasons; one of them, beside all of needs, covers the criterion.').optional(),
    enough: z.int().min(1).max(20).optional().describe('How many elements of needs are enough.'),
    any: patterns('The short form: one element, found by any of these patterns.').optional(),
    options: z
      .record(elementName, option)
      .optional()
      .describe('Committed choices; any of them with its reason covers the criterion.'),
    hedge: z.literal('partial').optional().describe('What hedging between options earns.'),
    asks: z
      .union([id('A fact.'), z.array(id('A fact.')).min(1)])
      .optional()
      .describe('In clarify: the fact or facts to ask for.'),
    or_states: elements('Beside asks: assuming a value aloud earns it too.').optional(),
    figures: z
      .array(id('A figure.'))
      .min(1)
      .optional()
      .describe('One of these numbers must be named, within its tolerance.'),
    ask: text('The "did you say this?" question.').optional(),
    hints: z
      .array(text('A hint.'))
      .max(3)
      .default([])
      .describe('Three at most: a nudge, a pointer, nearly the answer.'),
    probe: z
      .strictObject({
        covered: text('The follow-up when it was said.'),
        missing: text('The follow-up when it was not detected.'),
      })
      .optional()
      .describe('One follow-up, worded so that it is a good question either way.'),
    why: text('Why it is done so, and what breaks without it.').optional(),
    sources: z
      .array(z.string().regex(sourceIdPattern))
      .default([])
      .describe('Ids of sources, each may be followed by one letter for a fact in it: YS-5d.'),
    examples: z.array(example).max(12).default([]).describe('Two to four answers with their verdicts.'),
  })
  .meta({ id: 'criterion', description: 'One point that an answer can earn.' });

export type WrittenCriterion = z.infer<typeof criterionSchema>;
export type WrittenElements = z.infer<ReturnType<typeof elements>>;
