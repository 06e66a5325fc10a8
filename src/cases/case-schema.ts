import * as z from 'zod';
import { stepIds } from '../domain/step.ts';
import { criterionSchema, id, patterns, sourceIdPattern, text } from './criterion-schema.ts';

const fact = z
  .strictObject({
    id: id('Everything else refers to the fact by this id.'),
    topic: text('What it is about, for "the nearest thing I know".'),
    asked: patterns('Ways of asking for it.'),
    value: z.number().optional().describe('The number, where there is one.'),
    unit: text('/s, /day, B, KB, MB, GB, TB, ms, s, min, h, day, %, or the thing counted.').optional(),
    answer: text('What the interviewer says.'),
    open: z.boolean().default(false).describe('true: yours to assume; then there is no value.'),
  })
  .describe('Something the interviewer knows, or leaves open.');

const figure = z
  .strictObject({
    id: id('Formulas, estimates and patterns refer to the figure by this id.'),
    title: text('What the number is.'),
    formula: text(
      '{ids} of facts and earlier figures, numbers, + - * / ^ and parentheses, in quotes: "{requests} / 86400".',
    ),
    unit: text('The unit of the result.'),
    tolerance: z.number().min(0).max(1).default(0.1).describe('Relative: 0.3 accepts 30 % either way.'),
  })
  .describe('A number that follows from facts.');

const diagram = z
  .strictObject({
    title: text('One line.'),
    nodes: z
      .array(
        z.strictObject({
          id: id('Edges name the box by this id.'),
          label: text('Short: it is drawn in a box.').max(40),
          lane: z.enum(['training', 'serving']).describe('Which path it belongs to.'),
        }),
      )
      .min(1)
      .max(40)
      .describe('Boxes, at most 18.'),
    edges: z
      .array(
        z.strictObject({
          from: id('A node.'),
          to: id('A node.'),
          label: text('For example how many items pass.').max(40).optional(),
        }),
      )
      .max(120)
      .default([])
      .describe('Arrows between boxes.'),
  })
  .describe('The reference architecture.');

const misconception = z
  .strictObject({
    id: id('Stable for ever.'),
    says: text('The belief that is wrong, in one sentence.'),
    any: patterns('A hit of any of these finds it.'),
    caps: z
      .array(id('A criterion of this step.'))
      .default([])
      .describe('Criteria of this step that it caps at not-detected.'),
    say: text('What the tool answers, one or two sentences.'),
  })
  .describe('A belief that is wrong; a hit caps the named criteria and is explained.');

const simulation = z
  .strictObject({
    id: id('The id of a simulation, such as ann.'),
    presets: z
      .record(z.string(), z.union([z.number(), z.string()]))
      .default({})
      .describe('Its parameters, from the facts.'),
    predict: text('One question with a number, asked before it runs.'),
  })
  .describe('The simulation that belongs to the step.');

const step = z
  .strictObject({
    question: text('What the interviewer asks.'),
    criteria: z.array(criterionSchema).min(1).max(40).describe('6 to 8 points, three of them essential.'),
    misconceptions: z.array(misconception).max(20).default([]).describe('Beliefs that are wrong.'),
    model_answer: text('A strong answer, spoken within the minutes of the step.'),
    second_design: text('A different sound design that passes as well.').optional(),
    weak_answer: text('What a nervous candidate says.'),
    simulation: simulation.optional(),
  })
  .meta({ id: 'step', description: 'One of the seven steps.' });

const steps = z
  .strictObject(
    Object.fromEntries(stepIds.map((name) => [name, step])) as Record<(typeof stepIds)[number], typeof step>,
  )
  .describe(`The seven steps, in this order: ${stepIds.join(', ')}.`);

const twist = z
  .strictObject({
    id: id('Stable for ever.'),
    title: text('A few words.'),
    change: text('What the interviewer says has changed.'),
    after: z.enum(stepIds).describe('The step after which it comes.'),
    criteria: z.array(criterionSchema).min(1).max(20).describe('What a good reaction says, and withdraws.'),
    model_answer: text('A strong reaction.'),
  })
  .describe('A change of requirement for the mock interview.');

const estimate = z
  .strictObject({
    id: id('Stable for ever.'),
    question: text('A back-of-the-envelope question.'),
    figure: id('The figure that answers it.'),
    working: text('The sum, line by line.'),
  })
  .describe('A back-of-the-envelope question.');

const deepDive = z
  .strictObject({
    id: id('Stable for ever.'),
    question: text('The question.'),
    mid: text('What a mid-level candidate says.'),
    senior: text('What a senior candidate says.'),
    staff: text('What a staff-level candidate says.'),
  })
  .describe('One question answered at three levels.');

const source = z
  .strictObject({
    id: z.string().regex(sourceIdPattern).describe('Criteria refer to the source by this id: YS-5.'),
    title: text('The title.'),
    authors: text('Who wrote it.'),
    venue: text('Where it appeared.'),
    year: z.int().min(1900).max(2100).optional().describe('When it appeared.'),
    link: z
      .url({ protocol: /^https?$/u })
      .optional()
      .describe('Where to read it.'),
    caution: text('Set where the source itself was not checked; shown as "about".').optional(),
  })
  .describe('Where a claim comes from.');

export const caseStudySchema = z
  .strictObject({
    formatVersion: z.literal(1).describe('Always 1.'),
    id: id('Lower case with hyphens; the same as the name of the file.'),
    title: text('The name of the case.').max(80),
    summary: text('One line that says what is to be designed.').max(200),
    tags: z.array(text('A tag.').max(40)).default([]).describe('A few words to find it by.'),
    difficulty: z.enum(['easy', 'medium', 'hard']).default('medium').describe('easy, medium or hard.'),
    brief: text('What the interviewer says at the start: 60 to 120 words, incomplete on purpose.'),
    facts: z.array(fact).min(1).max(100).describe('What the interviewer knows.'),
    figures: z.array(figure).max(100).default([]).describe('Numbers that follow from facts.'),
    choices: z
      .array(text('A number of the design that follows from nothing: "64 bytes".').max(40))
      .max(100)
      .default([])
      .describe(
        'Thresholds that are choices: numbers of the design that follow from no fact, as they are written: "64 bytes", "75 %".',
      ),
    diagram,
    steps,
    twists: z.array(twist).max(20).default([]).describe('Changes of requirement for the mock interview.'),
    estimates: z.array(estimate).max(40).default([]).describe('Back-of-the-envelope questions.'),
    deep_dives: z.array(deepDive).max(20).default([]).describe('Questions answered at three levels.'),
    sources: z.array(source).max(200).default([]).describe('Where the claims come from.'),
  })
  .describe('A case study for mlsd.');

export type WrittenCase = z.infer<typeof caseStudySchema>;

/** The JSON Schema (draft 2020-12) of a case study, by which editors complete and check the keys. */
export function caseSchema(): object {
  const schema = z.toJSONSchema(caseStudySchema, { target: 'draft-2020-12', io: 'input' });
  return { ...schema, title: 'A case study of mlsd' };
}
