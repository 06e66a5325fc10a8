/** How each figure is defined, by the key of its column. */
export const conventions: Readonly<Record<string, string>> = {
  NE: 'normalised entropy: log loss over the entropy of the base rate of the scored rows; 1 is the base rate, lower is better',
  AUC: 'over pairs of different rows weighted by p (1 - p), ties half; with --labels over pairs of a click and a non-click',
  'log loss':
    'nats a row, expected under the true p; with --labels, and for data of your own, against what happened; predictions clipped to 1e-15',
  'below LR':
    'how far the log loss lies below that of LR; ± is the 95 % interval over the scored rows, paired row by row; another world or another fit varies too and is not in it',
  calibration: 'predicted over expected clicks on the scored rows',
  'training operations':
    'counted, not timed: multiply-adds of the gradient models; histogram updates, bins searched and cuts compared for trees',
  bytes: '4 bytes a weight, cut and click rate, 8 a tree node; FTRL stores weight and place of those that are not 0',
  'per item': 'multiply-adds, and look-ups (weights by id, cuts, tree questions), to score one candidate',
  budget:
    '500 candidates in 30 ms on one core, at 1 ns a multiply-add and 5 ns a look-up: a model, no measurement, and without fetching features',
  'GBDT, GBDT + LR': 'ids enter as click rates from the four other folds, with 20 rows of the base rate each',
  'data of your own': 'two earlier thirds train, the last third is scored, so keep rows in the order of time',
};

export const doesNotModel: readonly string[] = [
  'time: every row is of the same world, so freshness, delayed clicks and retraining do not show',
  'position, selection by the earlier model, and users who react to what they are shown',
  'tuning: each model has one setting, and one draw of the world; try other seeds before you rank close ones',
  'fetching features, the network, batches and vector instructions, which decide real latencies',
];

export const sources: readonly string[] = [
  'X. He et al., "Practical lessons from predicting clicks on ads at Facebook", ADKDD 2014 (reports more than 3 % lower NE for trees + LR against LR on its own data)',
  'H. B. McMahan et al., "Ad click prediction: a view from the trenches", KDD 2013',
  'S. Rendle, "Factorization machines", ICDM 2010',
];

export const explain = `
**What each step buys.** Logistic regression adds up single effects: it is cheap, fresh and hard to beat where ids carry
the signal. A factorisation machine adds every cross of two ids through learnt vectors. Trees find thresholds and
sign-like crosses of numbers, but need ids as numbers, here as click rates. A net can learn all of it and costs the most
training operations.

**Read the ceiling first.** The last row scores with the true probabilities. Its normalised entropy is far above 0, since
clicks are noisy: only the gap between a model and this row can ever be closed.

**Two leaks worth naming.** Trees have seen the labels of the rows that grew them, so a regression on their leaves must
be fitted on other rows (\`--leak-trees\`). A click rate of an id that includes the row's own label tells the label
(\`--leak-target\`). Both look splendid in training.

**Into the interview.** State the metric and its base rate; start with logistic regression; add a step only with its
gain, its interval and its price. In this counted model 500 candidates fit easily into 30 ms on every step: what you pay
for is training, freshness (LR and FM learn online, trees are regrown) and fetching features.

**Careful.** He et al. (2014) report that trees + LR beat trees alone; here trees alone keep up, since they see encoded
ids and get all the rows. Say so rather than quoting one figure for every data set.
`.trim();
