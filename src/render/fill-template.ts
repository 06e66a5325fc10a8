/** A fault in a frame, in the form of every fault in a file: where, what, and the way out. */
export type TemplateFault = { where: { file: string; line: number; column: number }; what: string; mend: string };
export type Filling = { ok: true; value: string } | { ok: false; problems: readonly TemplateFault[] };

const slot = /\{\{([^{}\n]*)\}\}/gu;

/** A slot alone on its line, with the blank line below it. */
const slotLine = /^[ \t]*\{\{([^{}\n]*)\}\}[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|$)/gmu;

/**
 * Fills the `{{slot}}`s of a frame with texts. No logic, and what is filled in is not read again;
 * a slot that nobody knows is a fault, each one told. Where a slot alone on its line is empty, its line goes.
 */
export function fillTemplate(template: string, slots: Readonly<Record<string, string>>, file = 'template'): Filling {
  const known = new Map(Object.entries(slots));
  const problems = [...template.matchAll(slot)]
    .filter(([, inside = '']) => !known.has(inside.trim()))
    .map(({ 1: inside = '', index }) => unknownSlot(inside.trim(), [...known.keys()], template.slice(0, index), file));
  if (problems.length > 0) return { ok: false, problems };
  const isEmpty = (inside: string): boolean => known.get(inside.trim()) === '';
  const frame = template.replace(slotLine, (line, inside: string) => (isEmpty(inside) ? '' : line));
  return { ok: true, value: frame.replace(slot, (found, inside: string) => known.get(inside.trim()) ?? found) };
}

function unknownSlot(name: string, names: readonly string[], before: string, file: string): TemplateFault {
  const lines = before.split('\n');
  return {
    where: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    what: name === '' ? 'a slot {{}} without a name' : `the slot {{${name}}} is not known`,
    mend: `The slots of this frame are ${names.map((one) => `{{${one}}}`).join(', ')}.`,
  };
}
