import { sessionLedger } from '../domain/ledger.ts';
import { UserError } from '../errors.ts';
import { namesFact } from '../interview/names-fact.ts';
import type { SessionStore, World } from '../ports.ts';
import { safeLine, safeText } from '../render/safe-text.ts';
import { blankSheet } from '../sheets/write-answers.ts';
import type { Sheet } from '../views/sheet.ts';
import type { Invocation, RunCommand } from './command.ts';
import { findSession } from './find-session.ts';
import { warnOfProblems } from './problems-text.ts';
import { sheetJson } from './sheet-json.ts';
import { sheetText, type SheetFormat } from './sheet-text.ts';
import { textOption } from './typed-words.ts';
import { withCase } from './with-case.ts';

/** Writes the answer sheet of a session, or an empty one: to the named file, in a pipe to standard output, else to a file of its own. */
export const run: RunCommand = async (invocation, world) => {
  const blank = textOption(invocation, 'blank');
  return blank === undefined ? exportSession(invocation, world) : exportBlank(blank, invocation, world);
};

async function exportBlank(caseId: string, invocation: Invocation, world: World): Promise<number> {
  const odd = ['for', 'template'].find((name) => invocation.options[name] !== undefined);
  const format = formatOf(invocation);
  if (odd !== undefined || format !== 'md' || invocation.arguments['session'] !== undefined) {
    throw new UserError(
      'An empty sheet is Markdown for one case: --blank goes with --out and --force alone.',
      `mlsd export --blank ${caseId}`,
      2,
    );
  }
  return withCase(world, caseId, async (caseStudy) => {
    const framework = await (await world.cases()).framework();
    return hand(blankSheet(caseStudy, framework), { invocation, world, ownName: `${caseStudy.id}-answers.md` });
  });
}

async function exportSession(invocation: Invocation, world: World): Promise<number> {
  const store = await world.sessions();
  const session = await store.load(await sessionId(invocation, store));
  const library = await world.cases();
  return withCase(world, session.caseFile ?? session.caseId, async (caseStudy) => {
    const framework = await library.framework();
    const forPeers = invocation.options['for'] === 'peers';
    const ledger = sessionLedger(session, caseStudy.facts, namesFact);
    const sheet: Sheet = { session, caseStudy, framework, forPeers, ledger, local: world.clock.local };
    const format = formatOf(invocation);
    const handing = { invocation, world, ownName: `${session.id}${forPeers ? '-peers' : ''}.${format}` };
    if (format === 'json') return hand(sheetJson(sheet), handing);
    const filling = sheetText(readable(sheet), format, await frameOf(invocation, format, world));
    if (filling.ok) return hand(filling.value, handing);
    warnOfProblems(world, filling.problems);
    return 1;
  });
}

async function sessionId(invocation: Invocation, store: SessionStore): Promise<string> {
  const typed = invocation.arguments['session'];
  return (await findSession(store, typeof typed === 'string' ? typed : undefined)).id;
}

/** The frame with its name: the user's own file, or the one that comes with the program. */
async function frameOf(
  invocation: Invocation,
  format: SheetFormat,
  world: World,
): Promise<{ text: string; file: string }> {
  const own = textOption(invocation, 'template');
  if (own !== undefined) return { text: await world.files.read(own), file: own };
  const name = format === 'html' ? 'report.html' : 'answer-sheet.md';
  return { text: await (await world.assets()).template(name), file: name };
}

/** As typed, else as the names of the files tell, else Markdown. */
function formatOf(invocation: Invocation): SheetFormat | 'json' {
  const typed = textOption(invocation, 'format');
  if (typed === 'html' || typed === 'json' || typed === 'md') return typed;
  const names = [textOption(invocation, 'out') ?? '', textOption(invocation, 'template') ?? ''];
  if (names.some((name) => /\.html?$/iu.test(name))) return 'html';
  return /\.json$/iu.test(names[0] ?? '') ? 'json' : 'md';
}

/** Whoever shows the file on a terminal is not steered by what was pasted; JSON, which escapes it, keeps every letter. */
function readable(sheet: Sheet): Sheet {
  const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value), safeValue) as T;
  return { ...sheet, session: clean(sheet.session), ledger: clean(sheet.ledger ?? []) };
}

function safeValue(_: string, value: unknown): unknown {
  return typeof value === 'string' ? safeText(value) : value;
}

type Handing = { invocation: Invocation; world: World; ownName: string };

/** To the named file; without a name, in a pipe to standard output and at a terminal to a file of its own. */
async function hand(text: string, { invocation, world, ownName }: Handing): Promise<number> {
  const named = textOption(invocation, 'out');
  const force = invocation.options['force'] === true;
  if (named === '-' || (named === undefined && !world.situation.interactive)) {
    world.output.write(safeText(text));
    return 0;
  }
  const out = named ?? (force ? ownName : await freeName(ownName, world));
  await world.files.write(out, text, { force });
  world.output.warn(`Wrote ${safeLine(out)}.\n`);
  return 0;
}

/** The name, or the first of `name-2.md`, `name-3.md` … that nothing has yet. */
async function freeName(name: string, world: World): Promise<string> {
  const [, stem = name, end = ''] = /^(.*)(\.\w+)$/u.exec(name) ?? [];
  let free = name;
  for (let number = 2; await world.files.exists(free); number++) free = `${stem}-${number}${end}`;
  return free;
}
