/** What becomes of auctions that are decided by bid times predicted probability. */
export type AuctionOutcome = {
  /** Welfare lost against a ranking by the true probabilities, as a share of it. */
  lost: number;
  /** Share of auctions won by the bidders at even places. */
  evenWon: number;
};

export const biddersPerAuction = 4;

/**
 * Auctions among four impressions in a row: each bids its value of a click times the probability that its own model
 * predicts; the highest wins, and is worth its bid times the true probability.
 * In an interview: a factor that all share changes no winner; a factor that only some have wins them everything.
 *
 * Cost: O(n). Rows beyond a multiple of four are left out.
 *
 * @param even predictions used at even places of an auction
 * @param odd predictions used at odd places
 * @param bids the value of a click, one a row
 * @throws RangeError for fewer rows than one auction takes
 */
export function runAuctions(
  truth: Float64Array,
  even: Float64Array,
  odd: Float64Array,
  bids: Float64Array,
): AuctionOutcome {
  const auctions = Math.floor(truth.length / biddersPerAuction);
  if (auctions < 1) throw new RangeError('`runAuctions` requires at least four rows');
  let [got, best, evenWon] = [0, 0, 0];
  for (let auction = 0; auction < auctions; auction += 1) {
    let [winner, highest, most] = [0, -1, 0];
    for (let place = 0; place < biddersPerAuction; place += 1) {
      const row = auction * biddersPerAuction + place;
      const bid = bids[row] as number;
      const score = bid * ((place % 2 === 0 ? even : odd)[row] as number);
      if (score > highest) [winner, highest] = [row, score];
      most = Math.max(most, bid * (truth[row] as number));
    }
    got += (bids[winner] as number) * (truth[winner] as number);
    best += most;
    if (winner % 2 === 0) evenWon += 1;
  }
  return { lost: 1 - got / best, evenWon: evenWon / auctions };
}
