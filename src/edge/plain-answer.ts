import type { AnswerRequest, Clock } from '../ports.ts';
import { safeLine, safeText } from '../render/safe-text.ts';
import { countText } from './answer-frame.ts';
import type { AnswerReply } from './answer-prompt.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { cleanText } from './editor-buffer.ts';
import type { OpenEditor } from './external-editor.ts';
import type { LineReader } from './line-reader.ts';
import { createStopwatch } from './stopwatch.ts';
import { isQuestion, looksLikeCommand, readCommandLine, wordCount } from './typed-lines.ts';

const ownCommands = ['edit', 'undo', 'read'];

/** Takes an answer line by line: each finished line is kept, and time is said in words now and then. */
export async function plainAnswer(
  request: AnswerRequest,
  tools: { clock: Clock; openEditor: OpenEditor },
  reader: LineReader,
): Promise<AnswerReply> {
  const stopwatch = createStopwatch(tools.clock, request.elapsedSeconds);
  let lines = request.draft === '' ? [] : cleanText(request.draft).replace(/\n$/u, '').split('\n');
  let saidMinutes = Math.floor(request.elapsedSeconds / 60);
  let state: 'writing' | 'ended' = 'writing';
  const draft = () => {
    const unfinished = state === 'writing' ? cleanText(reader.unfinished()) : '';
    return [...lines, ...(unfinished === '' ? [] : [unfinished])].join('\n');
  };
  const keeper = createDraftKeeper(
    () => request.onDraft(draft(), stopwatch.seconds()),
    (error) => reader.say(`Not saved yet: ${error instanceof Error ? error.message : String(error)}\n`),
  );
  reader.onKey(keeper.changed);
  reader.say(introduction(request, lines));

  const obeyOwn = async (name: string): Promise<void> => {
    if (name === 'undo') reader.say(`Taken out: ${safeLine(lines.pop() ?? 'nothing')}\n`);
    if (name === 'read') reader.say(`${safeText(lines.join('\n'))}\n`);
    if (name === 'edit') {
      await reader.lend(async () => {
        const outcome = await tools.openEditor(lines.join('\n'));
        if (outcome.kind === 'edited') lines = outcome.text === '' ? [] : outcome.text.split('\n');
        reader.say(
          outcome.kind === 'edited' ? `Your text has ${countText(wordCount(outcome.text))}.\n` : `${outcome.why}\n`,
        );
      });
    }
    keeper.changed();
  };

  for (;;) {
    const heard = await reader.next();
    const text = cleanText(heard.text);
    if (heard.kind !== 'line') {
      state = 'ended';
      if (text !== '') lines.push(text);
      await keeper.finish();
      if (heard.kind === 'left') return { kind: 'left', draft: lines.join('\n'), by: heard.by };
      return { kind: 'answered', value: { text: lines.join('\n'), elapsedSeconds: stopwatch.seconds() } };
    }
    const command = heard.how === 'typed' ? readCommandLine(text, [...request.commands, ...ownCommands]) : undefined;
    if (command && !request.commands.includes(command.name)) {
      await obeyOwn(command.name);
      continue;
    }
    if (command) {
      if (command.name === '?') reader.say(ownCommandsText);
      await keeper.finish();
      return { kind: 'command', ...command, draft: lines.join('\n') };
    }
    lines.push(text);
    keeper.changed();
    const answer = isQuestion(text) ? request.onQuestion?.(text.trim()) : undefined;
    if (answer !== undefined) reader.say(`Interviewer: ${safeText(answer)}\n`);
    if (looksLikeCommand(text) && heard.how === 'typed')
      reader.say(`${text.trim()} is no command here; it stays in your text.\n`);
    const minutes = Math.floor(stopwatch.seconds() / 60);
    if (minutes > saidMinutes) {
      saidMinutes = minutes;
      reader.say(`Time: ${minutes} of ${request.minutes} minutes.\n`);
    }
  }
}

function introduction(request: AnswerRequest, lines: readonly string[]): string {
  const advice = request.wordsAdvised > 0 ? `, about ${request.wordsAdvised} words` : '';
  const kept = lines.length === 0 ? '' : `So far you have written:\n${safeText(lines.join('\n'))}\nGo on below.\n`;
  return `${safeText(request.title)}
Suggested: ${request.minutes} minutes${advice}.
Type your answer, line by line. Ctrl-D submits it.
On a line of its own, ${ownCommandsList}, :? lists more.
${kept}`;
}

const ownCommandsList = ':edit opens your editor, :read reads your text back, :undo takes the last line out';
const ownCommandsText = `Here, on a line of its own: ${ownCommandsList}.
`;
