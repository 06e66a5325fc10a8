import type { Verdict } from '../domain/score.ts';
import type { AnswerText } from './text/answer-text.ts';
import { judgeAsked } from './judge-asked.ts';
import type { Judgement, Material } from './material.ts';
import type { Hit } from './matching/lexicon.ts';
import { isRejected, isSentAway } from './rejection.ts';
import type { CompiledCriterion, CompiledElement } from './matching/rubric.ts';

type Sighting = { element: string; role: 'need' | 'because'; hit: Hit; sentence: number; capped: boolean };

const widestSentences = 3;
const widestTokens = 45;
const rank: Record<Verdict, number> = { 'not-detected': 0, unsure: 1, partial: 2, covered: 3 };

/** Orders verdicts: a positive result when `a` is better. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return rank[a] - rank[b];
}

/** Judges one criterion by the best and shortest window of the answer. */
export function judgeCriterion(compiled: CompiledCriterion, material: Material): Judgement {
  const { rule, criterion } = compiled;
  switch (rule.form) {
    case 'needs':
      return judgeNeeds(rule.needs, rule.because, rule.enough, criterion.where, material);
    case 'options':
      return best(
        rule.options.map((option) =>
          judgeNeeds(option.needs, option.because, option.needs.length, criterion.where, material),
        ),
      );
    case 'asks':
      return best([
        judgeAsked(rule.asked, material),
        ...(rule.orStates.length > 0
          ? [judgeNeeds(rule.orStates, [], rule.orStates.length, criterion.where, material)]
          : []),
      ]);
  }
}

function best(judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((a, b) =>
    compareVerdicts(b.verdict, a.verdict) > 0 || (a.verdict === b.verdict && b.found.length > a.found.length) ? b : a,
  );
}

function judgeNeeds(
  needs: readonly CompiledElement[],
  because: readonly CompiledElement[],
  enough: number,
  where: 'sentence' | 'block' | 'answer',
  material: Material,
): Judgement {
  const sightings = [
    ...needs.flatMap((element) => sight(element, 'need', material)),
    ...because.flatMap((element) => sight(element, 'because', material)),
  ].sort((a, b) => a.hit.from - b.hit.from);
  let top: Judgement = {
    verdict: 'not-detected',
    found: [],
    missing: [...needs, ...(because.length > 0 ? [{ name: reasonName(because) }] : [])].map((one) => one.name),
    hits: [],
    sentences: 0,
  };
  for (const window of windowsOf(sightings, where, material.text)) {
    const judged = judgeWindow(window, needs, because, enough);
    if (isBetter(judged, top)) top = judged;
  }
  return top;
}

function isBetter(a: Judgement, b: Judgement): boolean {
  if (a.verdict !== b.verdict) return compareVerdicts(a.verdict, b.verdict) > 0;
  if (a.found.length !== b.found.length) return a.found.length > b.found.length;
  if (a.sentences !== b.sentences) return a.sentences < b.sentences;
  return a.hits.length > 0 && b.hits.length > 0 && lengthOf(a.hits) < lengthOf(b.hits);
}

function lengthOf(hits: readonly Hit[]): number {
  return Math.max(...hits.map((hit) => hit.to)) - Math.min(...hits.map((hit) => hit.from));
}

/** Every place where an element is stated: not copied, not in a bare heading or question, and for needs not rejected. */
function sight(element: CompiledElement, role: Sighting['role'], material: Material): Sighting[] {
  return element.patterns.flatMap((pattern) =>
    material.matcher.find(pattern).flatMap((hit): Sighting[] => {
      const sentence = material.text.sentenceOf[hit.from] ?? 0;
      const worth = material.worth[sentence];
      if (worth === 'void' || hit.tokens.every((token) => material.copied[token])) return [];
      if (material.disowned[hit.from] || isSentAway(material.text, hit)) return [];
      if (role === 'need' && isRejected(material.text, hit)) return [];
      return [{ element: element.name, role, hit, sentence, capped: worth === 'capped' }];
    }),
  );
}

/** Runs of sightings that stand near enough to belong to one point. */
function windowsOf(
  sightings: readonly Sighting[],
  where: 'sentence' | 'block' | 'answer',
  text: AnswerText,
): Sighting[][] {
  if (where === 'answer') return sightings.length > 0 ? [[...sightings]] : [];
  return sightings.map((first, index) => {
    const start = text.sentences[first.sentence];
    return sightings.slice(index).filter((other) => {
      const sentence = text.sentences[other.sentence];
      if (!start || !sentence) return false;
      if (where === 'sentence') return sentence.stretch === start.stretch;
      const near = other.sentence - first.sentence < widestSentences || other.hit.to - first.hit.from <= widestTokens;
      return near;
    });
  });
}

function judgeWindow(
  window: readonly Sighting[],
  needs: readonly CompiledElement[],
  because: readonly CompiledElement[],
  enough: number,
): Judgement {
  const free = verdictOf(
    window.filter((one) => !one.capped),
    needs,
    because,
    enough,
  );
  const all = verdictOf(window, needs, because, enough);
  const verdict = capped(all, free);
  const names = new Set(window.map((one) => one.element));
  const quoted = quotedSightings(window, names);
  const reasonFound = because.some((element) => names.has(element.name));
  const missing = needs.filter((element) => !names.has(element.name)).map((element) => element.name);
  return {
    verdict,
    found: [...names],
    missing: because.length > 0 && !reasonFound ? [...missing, reasonName(because)] : missing,
    hits: quoted.map((one) => one.hit),
    sentences: new Set(quoted.map((one) => one.sentence)).size,
  };
}

/** What to call a reason that is missing: by its name where there is one of them only. */
function reasonName(because: readonly CompiledElement[]): string {
  return because.length === 1 ? (because[0]?.name ?? 'reason') : 'reason';
}

/** What stands in a heap of terms earns half at most, and a glimpse of a point in it is no glimpse. */
function capped(all: Verdict, free: Verdict): Verdict {
  if (all === 'covered' && free !== 'covered') return 'partial';
  return all === 'unsure' && free === 'not-detected' ? 'not-detected' : all;
}

/** For each element the words to quote: those that stand nearest together. */
function quotedSightings(window: readonly Sighting[], names: ReadonlySet<string>): Sighting[] {
  const around = (core: number): Sighting[] =>
    [...names].flatMap((name) =>
      window
        .filter((one) => one.element === name)
        .sort(
          (a, b) => Math.abs(a.sentence - core) - Math.abs(b.sentence - core) || lengthOf([a.hit]) - lengthOf([b.hit]),
        )
        .slice(0, 1),
    );
  const apart = (core: number): number => around(core).reduce((sum, one) => sum + Math.abs(one.sentence - core), 0);
  const cores = [...new Set(window.map((one) => one.sentence))];
  const nearest = cores.reduce((best, core) => (apart(core) < apart(best) ? core : best), cores[0] ?? 0);
  return around(nearest);
}

function verdictOf(
  window: readonly Sighting[],
  needs: readonly CompiledElement[],
  because: readonly CompiledElement[],
  enough: number,
): Verdict {
  const names = new Set(window.map((one) => one.element));
  const found = needs.filter((element) => names.has(element.name)).length;
  const reason = because.length === 0 || because.some((element) => names.has(element.name));
  const words = new Set(window.flatMap((one) => one.hit.tokens)).size;
  if (found >= enough) return reason && words >= 2 ? 'covered' : 'partial';
  if (enough < needs.length && enough > 2 && found === enough - 1) return 'partial';
  return names.size > 0 ? 'unsure' : 'not-detected';
}
