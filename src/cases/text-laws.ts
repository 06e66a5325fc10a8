import { eachCriterion } from './count-laws.ts';
import type { CaseFault, Law } from './law.ts';
import { plainProbe, plainQuestion } from './to-criterion.ts';

/** Speaking speed in an interview. */
const wordsAMinute = 40;
const longestLabel = 24;

export const theBriefHasSixtyToOneHundredTwentyWords: Law = ({ brief }) => {
  const words = wordCount(brief);
  return words >= 60 && words <= 120
    ? []
    : [
        {
          path: ['brief'],
          what: `the brief has ${words} words; 60 to 120 are expected`,
          mend: 'Say what is to be built and why, and leave the rest to be asked.',
        },
      ];
};

export const modelAnswersFitTheirMinutes: Law = ({ steps }, guides) =>
  steps.flatMap(({ id, modelAnswer, secondDesign }) => {
    const minutes = guides.find((guide) => guide.id === id)?.minutes;
    const texts = [
      ['model_answer', modelAnswer],
      ['second_design', secondDesign],
    ] as const;
    return texts.flatMap(([key, text]): CaseFault[] => {
      const words = wordCount(text ?? '');
      if (minutes === undefined || words <= minutes * wordsAMinute) return [];
      return [
        {
          path: ['steps', id, key],
          what: `${key} of step ${id} has ${words} words; ${minutes} minutes hold ${minutes * wordsAMinute}`,
          mend: 'Cut what earns nothing.',
        },
      ];
    });
  });

/** What may be left out in the short form is written in the cases that ship. */
export const everyCriterionIsWrittenOut: Law = (caseStudy) =>
  eachCriterion(caseStudy).flatMap(({ path, criterion }) => {
    const missing = [
      ...(criterion.ask === plainQuestion(criterion.says) ? ['ask'] : []),
      ...(criterion.hints.length === 0 ? ['hints'] : []),
      ...(criterion.probe.covered === plainProbe.covered ? ['probe'] : []),
      ...(criterion.why === '' ? ['why'] : []),
      ...(criterion.sources.length === 0 ? ['sources'] : []),
    ];
    return missing.length === 0
      ? []
      : [
          {
            path,
            what: `${criterion.id} has no ${missing.join(', no ')}`,
            mend: 'Write it out: a candidate reads it when the point was not detected.',
          },
        ];
  });

export const labelsAreShort: Law = ({ diagram }) =>
  diagram.nodes.flatMap(({ id, label }, i) =>
    label.length <= longestLabel
      ? []
      : [
          {
            path: ['diagram', 'nodes', i, 'label'],
            what: `the label of node ${id} has ${label.length} characters; ${longestLabel} fit a box`,
            mend: 'Shorten it; numbers go on the edges.',
          },
        ],
  );

/** Counts words as a person would: what stands between spaces and holds a letter or digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
