import type { DiagramBlock } from '../page.ts';
import { safeLine } from './safe-text.ts';

/** Writes an architecture as Mermaid text, for readers that draw it themselves. */
export function diagramMermaid(block: DiagramBlock): string {
  const names = new Map(block.nodes.map((node, i) => [node.id, `n${i}`]));
  const lanes = block.lanes.map((lane, i) => {
    const nodes = block.nodes
      .filter((node) => node.lane === lane.id)
      .map((node) => `    ${names.get(node.id)}["${mermaidText(node.label)}"]`);
    return [`  subgraph lane${i}["${mermaidText(lane.title)}"]`, ...nodes, '  end'].join('\n');
  });
  const edges = block.edges.flatMap((edge) => {
    const [from, to] = [names.get(edge.from), names.get(edge.to)];
    return from && to ? [`  ${from} -->${edge.label ? `|"${mermaidText(edge.label)}"|` : ''} ${to}`] : [];
  });
  return ['flowchart TB', ...lanes, ...edges].join('\n');
}

/** Characters that could end a label, or a code block around it, as Mermaid's own entities. */
function mermaidText(text: string): string {
  return safeLine(text).replace(/["#;`<>[\]{}|\\]/gu, (one) => `#${one.codePointAt(0)};`);
}
