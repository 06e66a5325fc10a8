import { Chalk } from 'chalk';
import type { Tone } from '../page.ts';
import type { Look } from './look.ts';

export type Paint = (text: string) => string;

export type Palette = {
  tones: Readonly<Record<Tone, Paint>>;
  title: Paint;
  heading: Paint;
  strong: Paint;
  emphasis: Paint;
  code: Paint;
  link: Paint;
  faint: Paint;
  next: Paint;
};

const level256 = 2;
const blue = 33;
const orange = 172;

/** The colours of every tone and role; without colour each paint returns its text untouched. */
export function paletteFor(look: Pick<Look, 'color'>): Palette {
  const chalk = new Chalk({ level: look.color ? level256 : 0 });
  return {
    tones: {
      good: chalk.ansi256(blue),
      middling: chalk.ansi256(blue),
      doubtful: chalk.ansi256(orange),
      absent: chalk.ansi256(orange),
      strong: chalk.bold,
      faint: chalk.dim,
      warning: chalk.ansi256(orange).bold,
    },
    title: chalk.bold.ansi256(blue),
    heading: chalk.bold,
    strong: chalk.bold,
    emphasis: chalk.italic,
    code: chalk.ansi256(blue),
    link: chalk.underline,
    faint: chalk.dim,
    next: chalk.bold,
  };
}
