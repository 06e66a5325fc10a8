'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the program with what V8 compiled of it before, where the build left that for this very Node: compiling is a
 * third of a start. V8 refuses what is not its own, and then compiles as ever.
 */
function loadProgram(dist) {
  const file = join(dist, 'main.cjs');
  const compiled = compiledFile(dist);
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  // The name goes into the compiled code as well, and the code may be moved.
  const script = new Script(readFileSync(file, 'latin1'), { filename: 'mlsd/dist/main.cjs', cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dist);
  return { program: module.exports, script };
}

/** Where the compiled code for this Node is kept. */
function compiledFile(dist) {
  return join(dist, 'compiled', `node-${process.version}-${process.platform}-${process.arch}.bin`);
}

module.exports = { loadProgram, compiledFile };
