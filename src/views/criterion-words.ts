import type { Verdict } from '../domain/score.ts';
import type { Tone } from '../page.ts';

/** How each verdict is said on a screen: never "you did not say", the checker may have missed it. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  covered: 'covered',
  partial: 'partial',
  unsure: 'unsure',
  'not-detected': 'not detected',
};

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  covered: 'good',
  partial: 'middling',
  unsure: 'doubtful',
  'not-detected': 'absent',
};

/** Points without needless decimals: 4, 4.5, 0.25. */
export function pointsText(points: number): string {
  return Number.isInteger(points) ? String(points) : points.toFixed(2).replace(/0$/u, '');
}

/** A share as a whole percentage. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}
