/**
 * How the pictures look: in the colours of the text around them, and of the report where it has any. They follow light
 * and dark by themselves, and are drawn in lines and greys that paper can show.
 */
export const pictureStyles = `
svg { --mark: var(--kept, #1f6f5c); display: block; width: 100%; height: auto; max-width: 34rem; color: var(--ink, #211e1a); overflow: visible; font: 12px/1 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif }
svg text { fill: currentColor } svg .axis { opacity: .75 } svg .big { font-size: 17px; font-weight: 600 }
svg .label { font-weight: 600; paint-order: stroke; stroke: var(--paper, #faf8f4); stroke-width: 4px; stroke-linejoin: round }
svg path { fill: none; stroke: currentColor; stroke-linejoin: round; vector-effect: non-scaling-stroke }
svg .grid { opacity: .18 } svg .area { fill: var(--mark); stroke: none; opacity: .14 }
svg .line { stroke: var(--mark); stroke-width: 2.5px } svg .even { opacity: .6 } svg .dashed, svg .even { stroke-dasharray: 4 3 }
svg .bar { fill: currentColor; opacity: .2 } svg .kept { fill: var(--mark) } svg .dot { fill: var(--mark); stroke: var(--paper, #faf8f4); stroke-width: 2px }
@media screen and (prefers-color-scheme: dark) { svg { --mark: var(--kept, #5fbfa4); color: var(--ink, #ece7dd) } svg .label, svg .dot { stroke: var(--paper, #171613) } }
@media print { svg { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`
