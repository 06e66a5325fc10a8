import type { ItemKind } from './vector-items.ts';
import { Refusal, quoted } from './refusal.ts';

/** What the header of a .npy file announces. */
export type NpyHeader = { item: ItemKind; rows: number; dimension: number };

const items: Readonly<Record<string, ItemKind>> = { '<f4': 'f4', '<f8': 'f8', '<i8': 'i8', '|u1': 'u1' };

const entry = /\s*(['"])(\w+)\1\s*:\s*('[^']*'|"[^"]*"|True|False|\([^()]*\))\s*(?:,|(?=\}))/uy;

/**
 * Reads the text of a .npy header (a Python dictionary with `descr`, `fortran_order` and `shape`).
 *
 * Source: numpy, "numpy.lib.format", versions 1.0 to 3.0.
 *
 * @throws Refusal for anything but a C-ordered array of numbers with one or two dimensions
 */
export function readNpyHeader(text: string): NpyHeader {
  const fields = fieldsOf(text.trim());
  const item = itemOf(fields.get('descr') ?? '');
  if (fields.get('fortran_order') === 'True')
    refuse('the array is in Fortran order (column by column)', 'save it with np.save(path, np.ascontiguousarray(a))');
  return { item, ...shapeOf(fields.get('shape') ?? '') };
}

function fieldsOf(text: string): Map<string, string> {
  if (/['"]descr['"]\s*:\s*\[/u.test(text))
    refuse('the array has named fields', "save it with np.save(path, a['field']) with one field of numbers");
  const fields = new Map<string, string>();
  entry.lastIndex = 1;
  let end = 1;
  for (let found = entry.exec(text); found; found = entry.exec(text)) {
    fields.set(found[2] ?? '', found[3] ?? '');
    end = entry.lastIndex;
  }
  const isWhole = text.startsWith('{') && text.slice(end).trim() === '}';
  if (!isWhole || fields.size !== 3 || !['descr', 'fortran_order', 'shape'].every((key) => fields.has(key)))
    refuse(`the header cannot be read: ${quoted(text)}`, 'write the file anew with np.save(path, a)');
  return fields;
}

function itemOf(written: string): ItemKind {
  const type = written.slice(1, -1);
  const item = Object.hasOwn(items, type) ? items[type] : undefined;
  if (item) return item;
  if (type.includes('O')) refuse('the array holds pickled Python objects, which are never loaded', asFloats);
  if (type.startsWith('>')) refuse(`the array is big-endian (${quoted(type)})`, asFloats);
  return refuse(`the array holds ${quoted(type)}; expected <f4, <f8, <i8 or |u1`, asFloats);
}

const asFloats = "save it with np.save(path, np.asarray(a, dtype='<f4'))";

function shapeOf(written: string): { rows: number; dimension: number } {
  const parts = written.slice(1, -1).split(',');
  if (parts.at(-1)?.trim() === '') parts.pop();
  const sizes = parts.map((part) => (/^\s*\d+L?\s*$/u.test(part) ? Number.parseInt(part, 10) : Number.NaN));
  if (!sizes.every(Number.isSafeInteger))
    refuse(`the shape ${quoted(written)} cannot be read`, 'save it with np.save(path, a)');
  if (sizes.length === 0 || sizes.length > 2)
    refuse(
      `the array has ${sizes.length} dimensions; expected 1 or 2`,
      'save it with np.save(path, a.reshape(len(a), -1)), which makes one row of each item',
    );
  const [rows = 0, dimension = 1] = sizes;
  if (rows === 0 || dimension === 0) refuse(`the array is empty: its shape is ${written}`, 'save at least one row');
  return { rows, dimension };
}

function refuse(what: string, mend: string): never {
  throw new Refusal([{ byte: 10, what, mend }]);
}
