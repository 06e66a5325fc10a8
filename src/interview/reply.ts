import type { Choice, Prompter, Reply } from '../ports.ts';

/** The candidate leaves: by a signal, or by choosing to. */
export type Leave = { kind: 'left'; by: Extract<Reply<never>, { kind: 'left' }>['by'] | 'choice' };

export type Picked<T> = { kind: 'picked'; value: T } | Leave;

export const byChoice: Leave = { kind: 'left', by: 'choice' };

/** Asks for one of several choices; `:quit` leaves, any other command asks again. */
export async function pick<T>(
  prompter: Pick<Prompter, 'choose'>,
  request: { message: string; choices: readonly Choice<T>[]; initial?: T },
): Promise<Picked<T>> {
  for (;;) {
    const reply = await prompter.choose(request);
    if (reply.kind === 'answered') return { kind: 'picked', value: reply.value };
    if (reply.kind === 'left') return { kind: 'left', by: reply.by };
    if (reply.name === 'quit') return byChoice;
  }
}

/** One line that was typed; leaving hands back what stood in it. */
export type Line = { kind: 'typed'; text: string } | (Leave & { draft: string });

/** Asks for one line; `:quit` leaves, any other command keeps what was typed and asks again. */
export async function askLine(prompter: Pick<Prompter, 'line'>, message: string): Promise<Line> {
  let draft = '';
  for (;;) {
    const reply = await prompter.line({ message, ...(draft === '' ? {} : { initial: draft }) });
    if (reply.kind === 'left') return { kind: 'left', by: reply.by, draft: reply.draft };
    if (reply.kind === 'command' && reply.name === 'quit') return { ...byChoice, draft: reply.draft };
    if (reply.kind === 'answered') {
      return reply.value.trim() === ':quit' ? { ...byChoice, draft } : { kind: 'typed', text: reply.value };
    }
    draft = reply.draft;
  }
}

/** The exit code of leaving: 143 and 129 for the signals that say so, else 130. */
export function leaveCode(leave: Leave): number {
  if (leave.by === 'SIGTERM') return 143;
  return leave.by === 'SIGHUP' ? 129 : 130;
}
