import { type FormEvent, useId, useState } from 'react'
import type { HandSearch } from '../../../../../src/api/contract.ts'
import { useCorrectText } from './use-correct-text.ts'

type Place = Extract<HandSearch, { readonly kind: 'words' }>['in']
const places = ['library', 'open', 'catalogue'] as const satisfies readonly Place[]

interface Words {
  readonly title: string
  readonly artist: string
}

interface Props {
  readonly words: Words
  readonly changed: (words: Words) => void
  readonly search: (asked: HandSearch) => void
  readonly isBusy: boolean
  readonly stop: () => void
}

/** By words, in one of three places; or by an address or a code. */
export function LookForm({ words, changed, search, isBusy, stop }: Props) {
  const text = useCorrectText()
  const id = useId()
  const [place, setPlace] = useState<Place>('library')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (words.title.trim() !== '') search({ kind: 'words', ...words, in: place })
  }

  return (
    <>
      <form className="look-form" onSubmit={submit}>
        <label>
          {text.trackTitle}
          <input
            value={words.title}
            maxLength={500}
            onChange={({ target }) => changed({ ...words, title: target.value })}
          />
        </label>
        <label>
          {text.artist}
          <input
            value={words.artist}
            maxLength={500}
            onChange={({ target }) => changed({ ...words, artist: target.value })}
          />
        </label>
        <label htmlFor={id}>
          {text.where}
          <select id={id} value={place} onChange={({ target }) => setPlace(target.value as Place)}>
            {places.map((each) => (
              <option key={each} value={each}>
                {text.places[each]}
              </option>
            ))}
          </select>
        </label>
        {isBusy ? (
          <button type="button" onClick={stop}>
            {text.stop}
          </button>
        ) : (
          <button type="submit">{text.search}</button>
        )}
      </form>
      <AddressForm search={search} isBusy={isBusy} />
    </>
  )
}

function AddressForm({ search, isBusy }: Pick<Props, 'search' | 'isBusy'>) {
  const text = useCorrectText()
  const id = useId()
  const [address, setAddress] = useState('')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (address.trim() !== '') search({ kind: 'address', text: address.trim() })
  }

  return (
    <form className="look-form" onSubmit={submit}>
      <label>
        {text.address}
        <input
          value={address}
          maxLength={2000}
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={id}
          onChange={({ target }) => setAddress(target.value)}
        />
      </label>
      <button type="submit" disabled={isBusy}>
        {text.lookUp}
      </button>
      <small id={id} className="soft">
        {text.addressHint}
      </small>
    </form>
  )
}
