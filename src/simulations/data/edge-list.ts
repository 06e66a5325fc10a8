/**
 * An undirected graph: edge i joins the nodes `from[i]` and `to[i]`, each edge once, in the order of the file,
 * with `from[i]` the smaller number.
 * Nodes are numbered from 0 as they first appear; `ids` holds their names in the file.
 */
export type EdgeList = { kind: 'edges'; from: Uint32Array; to: Uint32Array; ids: readonly string[] };
