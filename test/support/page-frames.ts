import type { Look } from '../../src/render/look.ts';
import type { Page } from '../../src/page.ts';

/** Escape sequences, control characters and bidi overrides, as a pasted answer may hold them. */
export const hostile =
  'red \u001b[31mred\u001b[0m \u001b]0;title\u0007 bell\u0007 csi\u009b2J \u202Eevil\u202C \u2066iso\u2069 back\b del\u007f';

const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** Tells whether a text could still steer a terminal. */
export function steers(text: string): boolean {
  return control.test(text);
}

/** The ways a page is looked at in the frames. */
export const looks: readonly { name: string; look: Look }[] = [
  { name: '80 columns', look: { columns: 80, color: false, unicode: true, plain: false } },
  { name: '80 columns in colour', look: { columns: 80, color: true, unicode: true, plain: false } },
  { name: '80 columns in ASCII', look: { columns: 80, color: false, unicode: false, plain: false } },
  { name: '40 columns', look: { columns: 40, color: false, unicode: true, plain: false } },
  { name: '40 columns in ASCII', look: { columns: 40, color: false, unicode: false, plain: false } },
  { name: 'plain', look: { columns: 80, color: false, unicode: true, plain: true } },
];

/** One of every block, with text that must wrap. */
export const everyBlock: Page = [
  { kind: 'heading', level: 1, text: 'A heading that is long enough to be wrapped where the window is narrow' },
  {
    kind: 'prose',
    markdown:
      'A paragraph with **bold**, *emphasis*, `code`, a [link](https://example.org/a) and a [bad one](javascript:alert(1)); 5 ≤ 7 → fine.\n\n- first item that is long enough to hang below its own first word when it wraps\n  - nested item, also long enough to wrap at forty columns\n1. one\n2. two',
  },
  { kind: 'heading', level: 3, text: 'Quoted' },
  {
    kind: 'quote',
    label: 'Your answer',
    text: 'two **stages**: first retrieve, then rank; the costly model cannot score all of them\n    indented, 視頻検索 and émoji 🎬',
  },
  {
    kind: 'table',
    columns: [{ title: 'Verdict' }, { title: 'Points', align: 'right' }, { title: 'Says' }],
    rows: [
      [
        { text: 'covered', tone: 'good' },
        '2',
        'Splits the task into a cheap search and a costly ranking.\nsecond line',
      ],
      [{ text: 'partial', tone: 'middling' }, '0.5', 'Short.'],
      [{ text: 'unsure', tone: 'doubtful' }, '0', ''],
      [{ text: 'not detected', tone: 'absent' }, '0', { text: 'faint', tone: 'faint' }],
    ],
  },
  { kind: 'progress', label: 'Frame', share: 0.4, upTo: 0.7, mark: 0.6, text: '4 to 7 of 10 points' },
  { kind: 'progress', label: 'Data', share: 1, text: '8 of 8 points' },
  {
    kind: 'plot',
    title: 'Recall against latency',
    x: { title: 'latency, ms', scale: 'log' },
    y: { title: 'recall at 10', scale: 'linear' },
    series: [
      {
        name: 'HNSW',
        points: [
          [0.2, 0.71],
          [1, 0.93],
          [10, 0.995],
        ],
      },
      {
        name: 'IVF-PQ',
        points: [
          [0.4, 0.6],
          [6, 0.84],
          [20, 0.86],
        ],
      },
    ],
  },
  {
    kind: 'diagram',
    title: 'Two lanes',
    lanes: [
      { id: 's', title: 'Serving' },
      { id: 't', title: 'Training' },
    ],
    nodes: [
      { id: 'q', label: 'query', lane: 's' },
      { id: 'r', label: 'ranker', lane: 's' },
      { id: 'm', label: 'trainer', lane: 't' },
    ],
    edges: [
      { from: 'q', to: 'r', label: '500' },
      { from: 'm', to: 'r' },
    ],
  },
  { kind: 'note', tone: 'info', text: 'A remark.' },
  { kind: 'note', tone: 'warning', text: 'A warning that is long enough to be wrapped where the window is narrow.' },
  { kind: 'note', tone: 'next', text: 'run `mlsd resume`' },
];
