import type { Diagram } from '../domain/case-study.ts';
import type { DiagramBlock } from '../page.ts';

/** The reference architecture of a case, ready to be drawn: the serving path beside the training path. */
export function architectureBlock(diagram: Diagram): DiagramBlock {
  return {
    kind: 'diagram',
    title: diagram.title,
    lanes: [
      { id: 'serving', title: 'Serving path' },
      { id: 'training', title: 'Training path' },
    ],
    nodes: diagram.nodes,
    edges: diagram.edges,
  };
}
