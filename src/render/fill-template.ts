/** A fault in a frame, in the form of every fault in a file: where, what, and the way out. */
export type TemplateFault = { where: { file: string; line: number; column: number }; what: string; mend: string };
export type Filling = { ok: true; value: string } | { ok: false; problems: readonly TemplateFault[] };

const slot = /\{\{([^{}\n]*)\}\}/gu;

/**
 * Fills the `{{slot}}`s of a frame with texts. No logic, and what is filled in is not read again;
 * a slot that nobody knows is a fault, each one told.
 */
export function fillTemplate(template: string, slots: Readonly<Record<string, string>>, file = 'template'): Filling {
  const known = new Map(Object.entries(slots));
  const problems: TemplateFault[] = [];
  const value = template.replace(slot, (found, inside: string, offset: number) => {
    const text = known.get(inside.trim());
    if (text === undefined)
      problems.push(unknownSlot(inside.trim(), [...known.keys()], template.slice(0, offset), file));
    return text ?? found;
  });
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

function unknownSlot(name: string, names: readonly string[], before: string, file: string): TemplateFault {
  const lines = before.split('\n');
  return {
    where: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    what: name === '' ? 'a slot {{}} without a name' : `the slot {{${name}}} is not known`,
    mend: `The slots of this frame are ${names.map((one) => `{{${one}}}`).join(', ')}.`,
  };
}
