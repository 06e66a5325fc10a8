/** What is to be shown, as plain data: one page serves the terminal, the Markdown sheet and the HTML report. */
export type Page = readonly Block[];

export type Block =
  HeadingBlock | ProseBlock | QuoteBlock | TableBlock | PlotBlock | DiagramBlock | NoteBlock | ProgressBlock;

export type HeadingBlock = { kind: 'heading'; level: 1 | 2 | 3; text: string };

/** Markdown with paragraphs, lists, bold, code and links; nothing else is promised to be drawn. */
export type ProseBlock = { kind: 'prose'; markdown: string };

/** Somebody's own words: shown as they are, never read as Markdown. */
export type QuoteBlock = {
  kind: 'quote';
  text: string;
  label?: string;
  /** Set when the words are the answer to a step (its id): the Markdown sheet then marks them so that they can be read back. */
  answerTo?: string;
};

export type TableBlock = { kind: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly Cell[])[] };
export type TableColumn = { title: string; align?: 'left' | 'right' };
export type Cell = string | { text: string; tone?: Tone };

/** Meaning, never a colour: the palette decides how each tone looks, and a glyph or word always says it too. */
export type Tone = 'good' | 'middling' | 'doubtful' | 'absent' | 'strong' | 'faint' | 'warning';

export type PlotBlock = {
  kind: 'plot';
  title: string;
  x: PlotAxis;
  y: PlotAxis;
  series: readonly { name: string; points: readonly (readonly [number, number])[] }[];
};
export type PlotAxis = { title: string; scale: 'linear' | 'log' };

/** The architecture of a case: at most 18 boxes in two lanes. */
export type DiagramBlock = {
  kind: 'diagram';
  title: string;
  lanes: readonly { id: string; title: string }[];
  nodes: readonly { id: string; label: string; lane: string }[];
  edges: readonly { from: string; to: string; label?: string }[];
};

/** One remark that must not be missed: a notice of the checker, a warning, the next command. */
export type NoteBlock = { kind: 'note'; tone: 'next' | 'info' | 'warning'; text: string };

/** A bar from 0 to 1 with its words, for example "Frame  4.5 of 8 points". */
export type ProgressBlock = {
  kind: 'progress';
  label: string;
  share: number;
  text: string;
  mark?: number;
  /** How far the bar could still reach, drawn lighter. */
  upTo?: number;
};
