import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { LocationList } from '#wire/location.ts'

export interface ChoosePlaceProps {
  readonly places: LocationList['locations']
  readonly onChoose: (id: string) => void
}

/** Several places share this server and the address named none. */
export function ChoosePlace({ places, onChoose }: ChoosePlaceProps) {
  const { t } = useWords()
  return (
    <Page sky={<OpenHorizon name={t('app.title')} />}>
      <div class="head">
        <Title id="question">{t('place.choose')}</Title>
      </div>
      <ul class="tiles tiles--words tiles--places" aria-labelledby="question">
        {places.map(({ id, place, address }) => (
          <li class="tile" key={id}>
            <button type="button" class="tile__face" onClick={() => onChoose(id)}>
              <span>
                <bdi>{place}</bdi>
                {address && (
                  <small>
                    <bdi>{address}</bdi>
                  </small>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
