import { isCaseId, newCaseStudy } from '../cases/new-case.ts';
import { UserError } from '../errors.ts';
import type { World } from '../ports.ts';
import { safeLine } from '../render/safe-text.ts';
import type { RunCommand } from './command.ts';
import { refuseBoth, textArgument, textOption } from './typed-words.ts';

/** Writes the skeleton of a case study, whose comments are the manual. */
export const run: RunCommand = async (invocation, world) => {
  const id = textArgument(invocation, 'id');
  if (!isCaseId(id)) {
    throw new UserError(`"${id}" cannot be an id: it is lower case with hyphens.`, `mlsd cases new ${nearId(id)}`, 2);
  }
  const force = invocation.options['force'] === true;
  await refuseTaken(world, id, force);
  refuseBoth(invocation, 'out', 'own', `mlsd cases new ${id} --own`);
  const isOwn = invocation.options['own'] === true;
  const folder = await ownFolder(world);
  const path = textOption(invocation, 'out') ?? (isOwn ? `${folder}/${id}.yaml` : `${id}.yaml`);
  const assets = await world.assets();
  const text = newCaseStudy(id, titleOf(id), await assets.template('case-study.yaml'));
  await world.files.write(path, text, { force, makeFolder: isOwn });
  const { invokedAs } = world.situation;
  world.output.write(`Wrote ${safeLine(path)}. Its comments are the manual.\n`);
  const listed = isOwn
    ? `It is listed beside the others: ${invokedAs} practice ${id}`
    : `It is not listed yet. Practise it by its path: ${invokedAs} practice ${asPath(path)}; move it to ${folder} and it is listed.`;
  world.output.show([
    { kind: 'note', tone: 'info', text: listed },
    { kind: 'note', tone: 'next', text: `${invokedAs} cases check ${path}` },
  ]);
  return 0;
};

async function ownFolder(world: World): Promise<string> {
  const settings = await (await world.settings()).list();
  return settings.find((setting) => setting.name === 'cases')?.value ?? 'cases';
}

/** An id is one case's alone; one's own may be written anew by force. */
async function refuseTaken(world: World, id: string, force: boolean): Promise<void> {
  const { cases } = await (await world.cases()).list();
  const taken = cases.find((one) => one.id === id);
  if (!taken || (taken.origin === 'own' && force)) return;
  const by = taken.origin === 'own' ? `your case in ${taken.file ?? 'another file'}` : 'a case that comes with mlsd';
  throw new UserError(`The id "${id}" is taken by ${by}.`, `mlsd cases new my-${id}`, 2);
}

/** A path that is not taken for an id. */
function asPath(path: string): string {
  return /[/\\]/u.test(path) ? path : `./${path}`;
}

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
