import type { CaseStudy } from '../../src/domain/case-study.ts';
import type { Session } from '../../src/domain/session.ts';
import type { Situation, World } from '../../src/ports.ts';
import { createCommandWorld } from './command-world.ts';
import {
  recordedScreen,
  recordedStore,
  scriptedPrompter,
  steppingClock,
  type Move,
  type RecordedScreen,
  type RecordedStore,
  type ScriptedPrompter,
} from './scripted-ports.ts';

export type PracticeWorld = {
  world: World;
  prompter: ScriptedPrompter;
  screen: RecordedScreen;
  store: RecordedStore;
  stdout: () => string;
  stderr: () => string;
};

/** A world at a terminal where the person follows a script. */
export function createPracticeWorld(start: {
  cases: readonly CaseStudy[];
  script?: readonly Move[];
  sessions?: readonly Session[];
  situation?: Partial<Situation>;
}): PracticeWorld {
  const base = createCommandWorld({ cases: start.cases, situation: { interactive: true, ...start.situation } });
  const prompter = scriptedPrompter(start.script ?? []);
  const screen = recordedScreen();
  const store = recordedStore(start.sessions ?? []);
  const world: World = {
    ...base.world,
    clock: steppingClock(),
    prompter: () => Promise.resolve(prompter),
    screen: () => Promise.resolve(screen),
    sessions: () => Promise.resolve(store),
    files: { ...base.world.files, absolute: (path) => `/home/me/${path.replace('./', '')}` },
  };
  return { world, prompter, screen, store, stdout: base.stdout, stderr: base.stderr };
}
