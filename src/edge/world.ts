import { homedir } from 'node:os';
import type { SettingName, Setting, World } from '../ports.ts';
import { createFiles } from './files.ts';
import type { Home } from './folders.ts';
import { once } from './once.ts';
import { createOutput } from './output.ts';
import { packagePlaces, packageVersion, type PackagePlaces } from './package-places.ts';
import { createSettings, settingsFileOf, settingsNow } from './settings.ts';
import { settingsFileIfSound } from './settings-file.ts';
import { readSituation } from './situation.ts';
import { systemClock } from './system-clock.ts';

/** What a world is made of; tests hand in their own. */
export type WorldParts = {
  env: NodeJS.ProcessEnv;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WritableStream;
  platform: NodeJS.Platform;
  home: string;
  places: PackagePlaces;
};

/** Everything outside the program. Each port is loaded and made when it is first asked for. */
export function createWorld(argv: readonly string[], parts: Partial<WorldParts> = {}): World {
  const { env = process.env, platform = process.platform, places = packagePlaces() } = parts;
  const streams = standardStreams(parts);
  const home: Home = { env, platform, home: parts.home ?? homedir() };
  const stored = settingsFileIfSound(settingsFileOf(home));
  const version = packageVersion(places.root);
  const situation = readSituation(argv, env, streams, { ...stored, version, platform });
  const flags = colorFlag(argv);
  const settingValue = (name: SettingName) => valueOf(settingsNow(home, flags), name);
  const drawing = async (columns: number) => {
    const { renderTerminal } = await import('../render/terminal.ts');
    return { renderTerminal, look: { ...situation, columns } };
  };
  const settings = once(() => Promise.resolve(createSettings(home, flags)));

  return {
    situation,
    clock: systemClock,
    files: createFiles(streams),
    output: createOutput(streams, async () => {
      const { renderTerminal, look } = await drawing(situation.columns);
      return (page) => renderTerminal(page, look);
    }),
    settings,
    prompter: once(async () => {
      const { createPrompter } = await import('./inquirer-prompter.ts');
      const { processSignals } = await import('./leave-signals.ts');
      return createPrompter({
        situation,
        settings: await settings(),
        signals: processSignals,
        input: streams.stdin,
        output: streams.stdout,
      });
    }),
    screen: once(async () => {
      const [{ createScreen }, { renderTerminal }] = await Promise.all([import('./terminal-screen.ts'), drawing(0)]);
      const { createWindow } = await import('./window.ts');
      const { processSignals } = await import('./leave-signals.ts');
      const window = createWindow(streams.stdout, situation.columns, processSignals);
      const draw = (columns: number) => (page: Parameters<typeof renderTerminal>[0]) =>
        renderTerminal(page, { ...situation, columns });
      return createScreen(streams.stdout, draw, { columns: () => window.size().columns, plain: situation.plain });
    }),
    sessions: once(async () => {
      const { createSessionStore } = await import('./session-files.ts');
      return createSessionStore(settingValue('sessions'), systemClock);
    }),
    cases: once(async () => {
      const { createCaseLibrary } = await import('./case-files.ts');
      return createCaseLibrary({ distFolder: places.distFolder, ownFolder: settingValue('cases') });
    }),
    laboratory: once(async () => {
      const { createLaboratory } = await import('./laboratory.ts');
      const { processSignals } = await import('./leave-signals.ts');
      return createLaboratory(places.distFolder, processSignals);
    }),
    assets: once(async () => {
      const { createAssets } = await import('./assets.ts');
      return createAssets(places);
    }),
  };
}

/** The streams, each made when it is first used: a stream that nobody needs takes longer to make than a case to read. */
function standardStreams(given: Partial<WorldParts>): Pick<WorldParts, 'stdin' | 'stdout' | 'stderr'> {
  return {
    get stdin() {
      return given.stdin ?? process.stdin;
    },
    get stdout() {
      return given.stdout ?? process.stdout;
    },
    get stderr() {
      return given.stderr ?? process.stderr;
    },
  };
}

function colorFlag(argv: readonly string[]): Partial<Record<SettingName, string>> {
  if (argv.includes('--no-color')) return { color: 'never' };
  return argv.includes('--color') ? { color: 'always' } : {};
}

function valueOf(all: readonly Setting[], name: SettingName): string {
  return all.find((setting) => setting.name === name)?.value ?? '';
}
