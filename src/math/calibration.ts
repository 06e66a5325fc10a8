/** The predictions of one bin: how many, their mean, and the share of positives among them. */
export type ReliabilityBin = { count: number; predicted: number; observed: number };

/** Bins of equal width over 0 to 1, or of (nearly) equal numbers of rows. */
export type Binning = { bins: number; by: 'width' | 'mass' };

/**
 * Calibration in the large: how many positives were predicted for each one observed.
 * In an interview: 1 is right; 20 after keeping 1 in 20 negatives is what hurts whoever bids with the probability.
 *
 * Formula: sum of predictions / sum of labels. Cost: O(n).
 *
 * @param labels 1 for a positive, 0 for a negative (or true probabilities)
 * @param predictions one probability a label
 * @returns above 1 for over-confidence; Infinity when nothing was observed
 * @throws RangeError without a row or for arrays of different length
 * @example calibrationRatio([1, 0], [0.5, 0.25]) // 0.75
 */
export function calibrationRatio(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkRows('calibrationRatio', labels, predictions);
  let predicted = 0;
  let observed = 0;
  for (let i = 0; i < labels.length; i += 1) {
    predicted += predictions[i] as number;
    observed += labels[i] as number;
  }
  return predicted / observed;
}

/**
 * What a reliability diagram draws: predicted against observed, bin by bin from the lowest prediction up.
 * A bin holds its upper edge, not its lower one; the first holds 0 as well. Equal predictions stay in one bin.
 *
 * Cost: O(n) by width, O(n log n) by mass.
 *
 * @returns the bins that hold a row: at most `bins`, fewer where predictions crowd
 * @throws RangeError without a row, for arrays of different length, a bin count below 1 or a prediction outside 0 to 1
 * @example reliabilityBins([1, 0], [0.9, 0.7], { bins: 2, by: 'width' }) // [{ count: 2, predicted: 0.8, observed: 0.5 }]
 */
export function reliabilityBins(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  { bins, by }: Binning,
): ReliabilityBin[] {
  checkRows('reliabilityBins', labels, predictions);
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError('`reliabilityBins` requires a whole number of bins from 1');
  const edges = by === 'mass' ? massEdges(predictions, bins) : undefined;
  const sums = Array.from({ length: bins }, () => ({ count: 0, predicted: 0, observed: 0 }));
  for (let i = 0; i < labels.length; i += 1) {
    const q = predictions[i] as number;
    if (!(q >= 0 && q <= 1)) throw new RangeError('`reliabilityBins` requires predictions from 0 to 1');
    const bin = sums[edges ? firstAtLeast(edges, q) : Math.max(0, Math.ceil(q * bins) - 1)] as ReliabilityBin;
    bin.count += 1;
    bin.predicted += q;
    bin.observed += labels[i] as number;
  }
  return sums
    .filter((bin) => bin.count > 0)
    .map(({ count, predicted, observed }) => ({ count, predicted: predicted / count, observed: observed / count }));
}

/**
 * Expected calibration error (ECE): by how much a prediction is off on average, seen bin by bin.
 * In an interview: say the bins with the figure, for it changes with them.
 *
 * Formula: the sum over bins of (rows in it / all rows) * |mean prediction - share of positives|.
 *
 * Source: M. P. Naeini, G. Cooper, M. Hauskrecht, AAAI (2015); C. Guo et al., ICML (2017).
 *
 * @returns from 0 to 1, a probability
 * @throws RangeError as `reliabilityBins` does
 * @example expectedCalibrationError([1, 0], [0.75, 0.75], { bins: 10, by: 'width' }) // 0.25
 */
export function expectedCalibrationError(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binning: Binning,
): number {
  let sum = 0;
  for (const { count, predicted, observed } of reliabilityBins(labels, predictions, binning))
    sum += count * Math.abs(predicted - observed);
  return sum / labels.length;
}

/** The upper edges that cut the sorted predictions into bins of equal numbers; equal edges leave bins empty. */
function massEdges(predictions: ArrayLike<number>, bins: number): Float64Array {
  const sorted = Float64Array.from(predictions).sort();
  return Float64Array.from({ length: bins }, (_, i) => {
    const rows = Math.round(((i + 1) * sorted.length) / bins);
    return sorted[Math.max(rows, 1) - 1] as number;
  });
}

function firstAtLeast(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function checkRows(name: string, labels: ArrayLike<number>, predictions: ArrayLike<number>): void {
  if (labels.length === 0) throw new RangeError(`\`${name}\` requires at least one row`);
  if (predictions.length !== labels.length) throw new RangeError(`\`${name}\` requires as many predictions as labels`);
}
