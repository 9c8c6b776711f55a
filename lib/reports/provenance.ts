/** How staff know what they recorded about a report: sealed with it. */
export type Provenance = {
  /** Whose account recorded it. */
  by: string;
  /** Codes of casework's lists `fact_source` and `confidence`. */
  source: string;
  confidence: string;
  /** When it was learned, as an ISO moment. */
  learnedAt: string;
};
