import type { CommandWords } from './command.ts';

/** The commands of the simulation lab. */
export const labTable: readonly CommandWords[] = [
  {
    name: 'sim',
    about: 'the simulation lab: see a trade-off in numbers',
    group: 'look',
    arguments: [
      { name: 'simulation', about: 'id of a simulation; without one they are listed', required: false },
      {
        name: 'parameters',
        about: 'its parameters, as --name value; mlsd sim <id> --explain names them',
        required: false,
        many: true,
      },
    ],
    options: [
      { flags: '--sweep <sweep>', about: 'name=a,b,c or name=a..b or name=a..b/n: run once for each value' },
      { flags: '--seed <n>', about: 'another draw of everything random, from 0 to 4294966 (1)' },
      {
        flags: '--data <file>',
        about: 'data of your own instead of generated data; some take two files',
        repeatable: true,
      },
      { flags: '--limit <rows>', about: 'read at most so many rows of a file' },
      { flags: '--csv', about: 'the table as CSV' },
      { flags: '--dump <folder>', about: 'write the data that the run draws as npy and CSV, and run nothing' },
      { flags: '--svg <file>', about: 'draw the first plot into a file' },
      { flags: '--force', about: 'overwrite the files of --svg and --dump' },
      { flags: '--quiz', about: 'predict first, then compare' },
      { flags: '--explain', about: 'what it shows and which parameters it has, without a run' },
      { flags: '--json', about: 'as one JSON document' },
    ],
    ownFlags: true,
    examples: [
      'mlsd sim',
      'mlsd sim ann --n 20000 --k 10',
      'mlsd sim drift --sweep n-current=100..10000',
      'mlsd sim calib --json',
    ],
  },
];
