import { bufferOf, currentLine, edited, textOf, type EditorBuffer } from './editor-buffer.ts';
import { readEditorKey } from './editor-keys.ts';
import { answerFrame, answerLayout, countText } from './answer-frame.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { Dialogue, DialogueHost, TerminalSize } from './dialogue.ts';
import type { OpenEditor } from './external-editor.ts';
import type { KeyPiece } from './key-bursts.ts';
import type { PromptLook } from './prompt-look.ts';
import { clockText, createStopwatch } from './stopwatch.ts';
import { createPastedLines, isQuestion, looksLikeCommand, readCommandLine, wordCount } from './typed-lines.ts';
import { createWrapping, movedVertically, viewportOf, type Wrapping } from './viewport.ts';
import type { AnswerRequest, Clock, Reply } from '../ports.ts';

export type AnswerReply = Reply<{ text: string; elapsedSeconds: number }>;
export type AnswerTools = { clock: Clock; look: PromptLook; openEditor: OpenEditor };

/** The editor in which an answer is written; nothing that was typed is ever lost. */
export function answerDialogue(request: AnswerRequest, tools: AnswerTools, host: DialogueHost<AnswerReply>): Dialogue {
  const { look } = tools;
  const stopwatch = createStopwatch(tools.clock, request.elapsedSeconds);
  let buffer = bufferOf(request.draft);
  let wrapping: Wrapping = createWrapping(1);
  let top = 0;
  let textRows = 1;
  let notice = '';
  let words = wordCount(request.draft);
  let state: 'writing' | 'ending' = 'writing';
  const replies: { question: string; answer: string }[] = [];
  const asked = new Set(buffer.lines.filter(isQuestion).map((line) => line.trim()));
  const pasted = createPastedLines(buffer.lines);
  const keeper = createDraftKeeper(
    () => request.onDraft(textOf(buffer), stopwatch.seconds()),
    (error) => {
      notice = `Not saved yet: ${error instanceof Error ? error.message : String(error)}`;
    },
  );

  const become = (next: EditorBuffer) => {
    if (next.lines !== buffer.lines) {
      keeper.changed();
      notice = '';
      words = wordCount(textOf(next));
    }
    buffer = next;
  };

  const end = (reply: AnswerReply, remains: readonly string[]) => {
    if (state === 'ending') return;
    state = 'ending';
    void keeper.finish().then(() => host.settle(reply, remains));
  };

  const askInterviewer = (lines: readonly string[]) => {
    for (const question of lines.map((line) => line.trim())) {
      if (!request.onQuestion || !isQuestion(question) || asked.has(question)) continue;
      asked.add(question);
      const answer = request.onQuestion(question);
      if (answer !== undefined) replies.push({ question, answer });
    }
  };

  const runCommand = (row: number, rest: readonly string[]): boolean => {
    const line = buffer.lines[row] ?? '';
    const command = pasted.has(line) ? undefined : readCommandLine(line, request.commands);
    if (!command) return false;
    become({ ...buffer, lines: [...buffer.lines.slice(0, row), ...rest], row: Math.max(0, row - 1), column: 0 });
    end({ kind: 'command', ...command, draft: textOf(buffer) }, []);
    return true;
  };

  const finishTypedLine = () => {
    const row = buffer.row - 1;
    const line = buffer.lines[row] ?? '';
    const after = buffer.lines.slice(row + 2);
    const whole = currentLine(buffer) === '';
    if (whole && runCommand(row, after.length === 0 && row > 0 ? [''] : after)) return;
    askInterviewer([line]);
    if (looksLikeCommand(line) && !pasted.has(line))
      notice = `"${line.trim()}" is no command here; it stays in your text. Ctrl-Y takes it out.`;
  };

  const insert = (piece: KeyPiece & { kind: 'text' }) => {
    const firstRow = buffer.row;
    const before = currentLine(buffer);
    const lineEndsNow = piece.text.endsWith('\n');
    become(edited(buffer, { kind: 'insert', text: piece.text }));
    const touched = buffer.lines.slice(firstRow, buffer.row + 1);
    if (piece.how === 'pasted') {
      pasted.note(touched);
      askInterviewer(touched.slice(0, -1));
    } else {
      pasted.carry(before, touched[0] ?? '');
      if (lineEndsNow) finishTypedLine();
    }
  };

  const submit = () => {
    if (buffer.row === buffer.lines.length - 1 && runCommand(buffer.row, buffer.row > 0 ? [''] : [])) return;
    const elapsedSeconds = stopwatch.seconds();
    const remains = [look.faint(`${countText(words)} in ${clockText(elapsedSeconds)}`)];
    end({ kind: 'answered', value: { text: textOf(buffer), elapsedSeconds } }, remains);
  };

  const openEditor = async () => {
    await keeper.finish();
    await host.lend(async () => {
      const outcome = await tools.openEditor(textOf(buffer));
      if (outcome.kind === 'failed') {
        notice = outcome.why;
      } else {
        become(edited(buffer, { kind: 'replace', text: outcome.text }));
        pasted.note(buffer.lines);
      }
    });
  };

  const press = (piece: KeyPiece & { kind: 'key' }) => {
    const command = readEditorKey(piece.key);
    if (command.kind === 'submit') submit();
    else if (command.kind === 'open-editor') void openEditor();
    else if (command.kind === 'edit') become(edited(buffer, command.action));
    else if (command.kind === 'vertical') {
      const by = command.by * (command.page ? Math.max(1, textRows - 1) : 1);
      become(edited(buffer, { kind: 'place', ...movedVertically(buffer, wrapping, by) }));
    }
  };

  return {
    onKeys: (pieces) => {
      for (const piece of pieces) {
        if (state === 'ending') return;
        if (piece.kind === 'text') insert(piece);
        else press(piece);
      }
    },
    onLeave: (by) => {
      const kept = textOf(buffer);
      end({ kind: 'left', draft: kept, by }, words === 0 ? [] : [look.faint(`${countText(words)} kept`)]);
    },
    onPause: (now) => (now === 'paused' ? stopwatch.pause() : stopwatch.resume()),
    draw: (size: TerminalSize) => {
      const layout = answerLayout(size, { replies, notice });
      if (layout.textColumns !== wrapping.width) wrapping = createWrapping(layout.textColumns);
      textRows = layout.textRows;
      const view = viewportOf(buffer, wrapping, layout.textRows, top);
      top = view.top;
      const around = { request, elapsedSeconds: stopwatch.seconds(), words, replies, notice };
      return answerFrame(view, layout, around, look);
    },
  };
}
