import { table } from './table.ts';

/** Words that carry grammar and not content: they do not count inside a pattern's window. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those it its it's they them their there here he she his her him i me my mine we us our you your
  and or but nor so if then than as at by for from in into of off on onto out over to up upon with within about between through
  is are was were be been being am do does did doing done has have had having will would shall should can could may might must
  which who whom whose what where when why how also just very really quite rather too some any each every all both either neither
  such same other another only even still yet again ever already now while because since though although until unless whether
  let lets let's get gets got go goes going gonna wanna make makes made use uses used using like e g i.e e.g etc via per
  not no one two more most much many few less least own else however therefore thus hence well`.split(/\s+/u),
);

/** What people say while they think; dropped before anything is compared. */
export const fillers: ReadonlySet<string> = new Set(
  'um uh er erm hmm ok okay yeah yes right basically actually literally kinda sorta maybe perhaps anyway anyways obviously essentially'.split(
    ' ',
  ),
);

/** Contractions, as said in full. */
export const contractions = table({
  "can't": 'can not',
  cannot: 'can not',
  cant: 'can not',
  "won't": 'will not',
  wont: 'will not',
  "shan't": 'shall not',
  dont: 'do not',
  doesnt: 'does not',
  isnt: 'is not',
  arent: 'are not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  couldnt: 'could not',
  didnt: 'did not',
  "let's": 'let us',
  "it's": 'it is',
  "that's": 'that is',
  thats: 'that is',
  "there's": 'there is',
  "i'd": 'i would',
  "we'd": 'we would',
  "i'll": 'i will',
  "we'll": 'we will',
  "i'm": 'i am',
  "we're": 'we are',
  "they're": 'they are',
  "you're": 'you are',
  "we've": 'we have',
  "i've": 'i have',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
});

/**
 * Short forms of the field and of note-takers: each is read as the words behind it, so that a pattern
 * needs only one of the two. A pattern that writes the short form is expanded in the same way.
 */
export const abbreviations = table({
  ann: 'approximate nearest neighbor',
  anns: 'approximate nearest neighbor',
  knn: 'nearest neighbor',
  nn: 'nearest neighbor',
  asr: 'automatic transcript',
  lr: 'logistic regression',
  fm: 'factorization machine',
  gbdt: 'gradient boosted tree',
  gbdts: 'gradient boosted tree',
  gbm: 'gradient boosted tree',
  mf: 'matrix factorization',
  cf: 'collaborative filtering',
  ltr: 'learning to rank',
  l2r: 'learning to rank',
  mlm: 'masked language model',
  llm: 'language model',
  nlp: 'natural language',
  ctr: 'click through rate',
  clickthrough: 'click through',
  cvr: 'conversion rate',
  hnm: 'hard negative mining',
  hns: 'hard negative',
  rrf: 'reciprocal rank fusion',
  emb: 'embedding',
  embs: 'embedding',
  embd: 'embedding',
  vec: 'vector',
  vecs: 'vector',
  vid: 'video',
  vids: 'video',
  neg: 'negative',
  negs: 'negative',
  lang: 'language',
  langs: 'language',
  desc: 'description',
  descr: 'description',
  img: 'image',
  imgs: 'image',
  pic: 'picture',
  pics: 'picture',
  freq: 'frequency',
  dist: 'distribution',
  distrib: 'distribution',
  eval: 'evaluation',
  evals: 'evaluation',
  prod: 'production',
  perf: 'performance',
  mem: 'memory',
  ram: 'memory',
  lat: 'latency',
  req: 'request',
  reqs: 'request',
  idx: 'index',
  enc: 'encoder',
  inv: 'inverted',
  repl: 'replica',
  wk: 'week',
  wks: 'week',
  qtr: 'quarter',
  cand: 'candidate',
  cands: 'candidate',
  impr: 'impression',
  imprs: 'impression',
  rerank: 're rank',
  reranking: 're rank',
  reranker: 're ranker',
  pretrain: 'pre train',
  pretrained: 'pre train',
  pretraining: 'pre train',
  finetune: 'fine tune',
  finetuned: 'fine tune',
  finetuning: 'fine tune',
  realtime: 'real time',
  ab: 'ab',
  'a/b': 'ab',
  bc: 'because',
  'b/c': 'because',
  cuz: 'because',
  'w/o': 'without',
  'w/': 'with',
  temp: 'temperature',
  param: 'parameter',
  params: 'parameter',
  sim: 'similarity',
  recs: 'recommendation',
  msg: 'message',
  sec: 'second',
  dl: 'deep learning',
  diff: 'different',
  vs: 'versus',
  pls: 'please',
  ppl: 'people',
  dupe: 'duplicate',
  dupes: 'duplicate',
  dedup: 'duplicate remove',
  dedupe: 'duplicate remove',
});

/** Endings and words in which British and American spelling differ, folded to the American form. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(neighb|behavi|col|fav|lab|hon|rum)our/u, '$1or'],
  [/isation/u, 'ization'],
  [/is(e|ed|es|ing|er|ers)$/u, 'iz$1'],
  [/yse(d|s|r)?$/u, 'yze$1'],
  [/ysing$/u, 'yzing'],
  [/^(mod|lab|canc|trav|chann)ell(ed|ing|er|ers)$/u, '$1el$2'],
  [/^catalogue/u, 'catalog'],
  [/^centre/u, 'center'],
  [/^licence/u, 'license'],
  [/^programme$/u, 'program'],
  [/^grey$/u, 'gray'],
];

/** The American spelling of a word; words such as "raise" and "noise" keep their s. */
export function americanSpelling(word: string): string {
  if (word.length < 5 || keepTheirS.has(word)) return word;
  let folded = word;
  for (const [british, american] of spellings) folded = folded.replace(british, american);
  return folded;
}

const keepTheirS = new Set(
  `raise raised raises raising noise noises noised otherwise precise exercise exercised exercises promise promised promises rise rises
  rising arise arises arising wise likewise surprise surprised surprising compromise compromised compromises advertise advertised
  advertiser advertisers advertising advise advised advises advising enterprise premise premises expertise concise phrase phrases
  paraphrase phrased revise revised revises revising supervise supervised supervising unsupervised franchise paradise merchandise
  disguise televise devise devised improvise clockwise pairwise listwise pointwise elementwise praise comprise comprised comprises`.split(
    /\s+/u,
  ),
);
