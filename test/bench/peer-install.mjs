// Installs packages that are compared with, each alone in a temporary folder: none is a dependency of this project.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const patienceMs = 90_000;

/** Where a package now stands, or why it is absent. Newer npm asks for leave to compile, which `allowScripts` gives. */
export async function install(name, folder) {
  const home = join(folder, `peer-${name}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts: { [name]: true } }));
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--fetch-retries=0', '--prefix', home, name];
  const reason = await new Promise((resolve) => {
    let said = '';
    const npm = spawn('npm', args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: home, timeout: patienceMs });
    npm.stderr.on('data', (data) => (said += data));
    npm.on('error', (error) => resolve(`npm: ${error.code}`));
    npm.on('close', (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (signal) resolve(`npm took over ${patienceMs / 1000} s`);
      else resolve(`npm: ${/npm error code (\S+)/u.exec(said)?.[1] ?? `ended with ${code}`}`);
    });
  });
  return reason ? { absent: reason } : { modules: join(home, 'node_modules') };
}
