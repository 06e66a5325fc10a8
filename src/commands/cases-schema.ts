import type { RunCommand } from './command.ts';

/** Prints the JSON Schema of a case study, so that editors complete and check the keys. */
export const run: RunCommand = async (_, world) => {
  const assets = await world.assets();
  const schema = await assets.caseSchema();
  world.output.write(schema.endsWith('\n') ? schema : `${schema}\n`);
  return 0;
};
