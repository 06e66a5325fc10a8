import path from 'node:path';

export type Home = { env: NodeJS.ProcessEnv; platform: NodeJS.Platform; home: string };

/** Where sessions and the like are kept. */
export function dataFolder({ env, platform, home }: Home): string {
  const xdg = absolute(env['XDG_DATA_HOME']);
  if (xdg) return path.join(xdg, 'mlsd');
  if (platform === 'win32')
    return path.join(absolute(env['LOCALAPPDATA']) ?? path.join(home, 'AppData', 'Local'), 'mlsd');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'mlsd');
  return path.join(home, '.local', 'share', 'mlsd');
}

/** Where settings and a person's own cases are kept. */
export function configFolder({ env, platform, home }: Home): string {
  const xdg = absolute(env['XDG_CONFIG_HOME']);
  if (xdg) return path.join(xdg, 'mlsd');
  if (platform === 'win32') return path.join(absolute(env['APPDATA']) ?? path.join(home, 'AppData', 'Roaming'), 'mlsd');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'mlsd');
  return path.join(home, '.config', 'mlsd');
}

/** The XDG rules say that a relative path is to be ignored. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
