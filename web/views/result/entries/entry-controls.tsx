import { type RefObject, useEffect, useId, useRef } from 'react'
import { type Group, type GroupCounts, groups } from '../../../parts/rows/groups.ts'
import { useGroupNames } from '../../../parts/rows/outcome-bar.tsx'
import { useText } from '../../../text/text.ts'
import { type Selection, type SortKey, sortKeys } from './select-rows.ts'

interface Props {
  readonly selection: Selection
  readonly counts: GroupCounts
  /** How many entries fit, where not all are shown. */
  readonly found: number | undefined
  readonly onChange: (selection: Selection) => void
}

/** Which entries are shown, and in which order. */
export function EntryControls({ selection, counts, found, onChange }: Props) {
  const { result: text } = useText()
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  return (
    <search className="controls">
      <Filters
        counts={counts}
        chosen={selection.group}
        onChoose={(group) => onChange({ ...selection, group })}
      />
      <div className="finding">
        <input
          ref={field}
          type="search"
          autoComplete="off"
          placeholder={text.search}
          aria-label={text.search}
          value={selection.search}
          onChange={({ target }) => onChange({ ...selection, search: target.value })}
        />
        <output>{found === undefined ? '' : text.found(found)}</output>
        <Sorting selection={selection} onChange={onChange} />
      </div>
    </search>
  )
}

function Sorting({ selection, onChange }: Pick<Props, 'selection' | 'onChange'>) {
  const { result: text } = useText()
  const id = useId()
  const { sort, descending } = selection
  return (
    <span className="sorting">
      <label htmlFor={id}>{text.sortBy}</label>
      <select
        id={id}
        value={sort}
        onChange={({ target }) => onChange({ ...selection, sort: target.value as SortKey })}
      >
        {sortKeys.map((key) => (
          <option key={key} value={key}>
            {text.sorts[key]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="turn"
        aria-pressed={descending}
        aria-label={text.descending}
        title={text.descending}
        onClick={() => onChange({ ...selection, descending: !descending })}
      >
        {descending ? '↑' : '↓'}
      </button>
    </span>
  )
}

interface FilterProps {
  readonly counts: GroupCounts
  readonly chosen: Group | undefined
  readonly onChoose: (group: Group | undefined) => void
}

function Filters({ counts, chosen, onChoose }: FilterProps) {
  const { result: text, format } = useText()
  const nameOf = useGroupNames()
  const name = useId()
  const present = groups.filter((group) => counts[group] > 0 || group === chosen)
  const total = groups.reduce((sum, group) => sum + counts[group], 0)
  return (
    <fieldset className="filters">
      <legend className="sr">{text.show}</legend>
      <label>
        <input
          type="radio"
          name={name}
          checked={chosen === undefined}
          onChange={() => onChoose(undefined)}
        />
        {text.all} <b>{format.count(total)}</b>
      </label>
      {present.map((group) => (
        <label key={group} className={group}>
          <input
            type="radio"
            name={name}
            checked={chosen === group}
            onChange={() => onChoose(group)}
          />
          <i aria-hidden="true" />
          {nameOf(group)} <b>{format.count(counts[group])}</b>
        </label>
      ))}
    </fieldset>
  )
}

/** `/` goes to the search, as the report page does it. */
function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.matches('input, select, textarea')) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [field])
}
