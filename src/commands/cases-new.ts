import { isCaseId, newCaseStudy } from '../cases/new-case.ts';
import { UserError } from '../errors.ts';
import { safeLine } from '../render/safe-text.ts';
import type { RunCommand } from './command.ts';
import { textArgument, textOption } from './typed-words.ts';

/** Writes the skeleton of a case study, whose comments are the manual. */
export const run: RunCommand = async (invocation, world) => {
  const id = textArgument(invocation, 'id');
  if (!isCaseId(id)) {
    throw new UserError(`"${id}" cannot be an id: it is lower case with hyphens.`, `mlsd cases new ${nearId(id)}`, 2);
  }
  const path = textOption(invocation, 'out') ?? `${id}.yaml`;
  const assets = await world.assets();
  const text = newCaseStudy(id, titleOf(id), await assets.template('case-study.yaml'));
  await world.files.write(path, text, { force: invocation.options['force'] === true });
  const settings = await (await world.settings()).list();
  const folder = settings.find((setting) => setting.name === 'cases')?.value;
  world.output.write(`Wrote ${safeLine(path)}. Its comments are the manual.\n`);
  world.output.show([
    ...(folder
      ? [{ kind: 'note' as const, tone: 'info' as const, text: `In ${folder} it is listed beside the others.` }]
      : []),
    { kind: 'note', tone: 'next', text: `${world.situation.invokedAs} cases check ${path}` },
  ]);
  return 0;
};

function titleOf(id: string): string {
  return id.replaceAll('-', ' ').replace(/^./u, (letter) => letter.toUpperCase());
}

function nearId(typed: string): string {
  const near = typed
    .toLowerCase()
    .replace(/\.ya?ml$/u, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return near === '' ? 'spam-filter' : near;
}
