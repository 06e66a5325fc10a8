import { posix } from 'node:path';
import ts from 'typescript';
import { doors, plan } from './house-plan.ts';

/** A file under `src/`: its path from there, with slashes, and its text. */
export type SourceFile = { path: string; text: string };

/** What breaks a law, one line each; nothing when it holds. */
export type Law = (files: readonly SourceFile[]) => string[];

/** `src/domain/step.ts` is in the room `domain`; `src/main.ts` is a room of its own. */
export function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path;
}

/** Every module that a file names: `import`, `import type`, `export … from`, `import()` and `import('…')` types. */
export function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [first] = node.arguments;
      found.push(first && ts.isStringLiteralLike(first) ? first.text : 'a computed path');
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push(node.argument.literal.getText().slice(1, -1));
    }
  });
  return found;
}

export const importsRunDown: Law = (files) =>
  files.flatMap((file) => {
    const room = plan[roomOf(file.path)];
    if (!room) return [`${file.path} stands in a room that the plan does not know`];
    return importsOf(file).flatMap((name) => {
      if (!name.startsWith('.'))
        return allowsPackage(room.packages, name) ? [] : [`${file.path} uses the package ${name}`];
      const target = roomOf(posix.join(posix.dirname(file.path), name));
      return target === roomOf(file.path) || room.imports.includes(target) ? [] : [`${file.path} imports ${target}`];
    });
  });

function allowsPackage(packages: readonly (string | RegExp)[], name: string): boolean {
  return packages.some((allowed) =>
    typeof allowed === 'string' ? name === allowed || name.startsWith(`${allowed}/`) : allowed.test(name),
  );
}

export const portsAreTypesOnly: Law = (files) =>
  files
    .filter((file) => file.path === 'ports.ts')
    .flatMap((file) => {
      const output = ts.transpileModule(file.text, {
        compilerOptions: { module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
      });
      const code = output.outputText
        .replace(/^export \{\};?$/mu, '')
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        .trim();
      return code === '' ? [] : [`${file.path} holds code: ${code.slice(0, 40)}`];
    });

export const importsFormNoCircle: Law = (files) => {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(file.path), name)),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const file of files) walk(file.path, []);
  return circles;
};

export const onlyDoorsTouchTheProcess: Law = (files) =>
  named(files, ['process', 'console'], (file) => doors.includes(file.path) || roomOf(file.path) === 'edge');

const timeAndChance = [
  'Date',
  'performance',
  'Intl',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'crypto',
  'Temporal',
];

export const onlyTheEdgeKnowsTimeAndChance: Law = (files) => [
  ...named(files, timeAndChance, (file) => roomOf(file.path) === 'edge'),
  ...members(files, (object, name) => (object === 'Math' && name === 'random') || name.startsWith('toLocale')),
];

export const fractionalPowersStandInOneFile: Law = (files) =>
  files
    .filter((file) => file.path !== 'math/power.ts')
    .flatMap((file) => {
      const found: string[] = [];
      visit(file, (node) => {
        const exponent = exponentOf(node);
        if (exponent && !isWhole(exponent)) found.push(`${file.path} raises to ${exponent.getText()}`);
      });
      return found;
    });

function exponentOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const power = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
    return power.includes(node.operatorToken.kind) ? node.right : undefined;
  }
  return ts.isCallExpression(node) && node.expression.getText() === 'Math.pow' ? node.arguments[1] : undefined;
}

/** Written as a whole number, or a length: anything else may be a fraction. */
function isWhole(exponent: ts.Expression): boolean {
  return /^-?\d+$|\.length$/u.test(exponent.getText());
}

export const onlyThePaletteKnowsChalk: Law = (files) =>
  files
    .filter((file) => file.path !== 'render/palette.ts' && importsOf(file).some((name) => /^chalk(\/|$)/u.test(name)))
    .map((file) => `${file.path} imports chalk`);

export const exportsAreNamed: Law = (files) =>
  files.flatMap((file) => {
    const found: string[] = [];
    visit(file, (node) => {
      const keyword =
        ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword);
      const renamed = ts.isExportSpecifier(node) && node.name.text === 'default';
      if (keyword || renamed || ts.isExportAssignment(node)) found.push(`${file.path} has a default export`);
    });
    return found;
  });

export const filesAreKebabCase: Law = (files) =>
  files
    .filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/u.test(file.path))
    .map((file) => `${file.path} is not kebab-case`);

const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'shared', 'manager'];

export const nothingIsADrawer: Law = (files) =>
  files
    .filter((file) => file.path.split('/').some((part) => drawers.includes(part.replace(/\.ts$/u, ''))))
    .map((file) => `${file.path} is a drawer`);

export const noFileIsAbove250Lines: Law = (files) =>
  files.filter((file) => linesOf(file) > 250).map((file) => `${file.path} has ${linesOf(file)} lines`);

export const theMedianFileIsAtMost100Lines: Law = (files) => {
  const sizes = files.map(linesOf).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return median <= 100 ? [] : [`the median file has ${median} lines`];
};

function linesOf(file: SourceFile): number {
  return file.text.replace(/\n$/u, '').split('\n').length;
}

function named(
  files: readonly SourceFile[],
  names: readonly string[],
  mayUse: (file: SourceFile) => boolean,
): string[] {
  return files
    .filter((file) => !mayUse(file))
    .flatMap((file) => {
      const found: string[] = [];
      visit(file, (node) => {
        if (ts.isIdentifier(node) && names.includes(node.text) && isFree(node))
          found.push(`${file.path} uses ${node.text}`);
      });
      return found;
    });
}

/** The global itself: not a member, a key or a name that the file declares. */
function isFree(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node || parent.expression.getText() === 'globalThis';
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent))
    return 'initializer' in parent && parent.initializer === node;
  return (
    !ts.isParameter(parent) &&
    !ts.isVariableDeclaration(parent) &&
    !ts.isMethodSignature(parent) &&
    !ts.isQualifiedName(parent)
  );
}

function members(files: readonly SourceFile[], forbidden: (object: string, name: string) => boolean): string[] {
  return files
    .filter((file) => roomOf(file.path) !== 'edge')
    .flatMap((file) => {
      const found: string[] = [];
      visit(file, (node) => {
        if (ts.isPropertyAccessExpression(node) && forbidden(node.expression.getText(), node.name.text)) {
          found.push(`${file.path} uses ${node.getText()}`);
        }
      });
      return found;
    });
}

function visit(file: SourceFile, look: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true));
}
