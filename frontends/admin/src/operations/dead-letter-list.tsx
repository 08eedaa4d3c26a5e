import { Button } from '@mui/material'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import { ListError } from '../layout/list-page.tsx'
import { sayMomentShort } from '../moments/index.ts'
import type { DeadLetter } from './dead-letter.ts'
import { DeadLetterDialog } from './dead-letter-dialog.tsx'

export const DeadLetterList = () => {
  const { data, error, refetch } = useGetList<DeadLetter>(
    'dead-letters',
    { pagination: { page: 1, perPage: 1_000 }, sort: { field: 'lastAt', order: 'DESC' } },
    { retry: false },
  )
  const [shown, setShown] = useState<DeadLetter>()
  const now = new Date()
  return (
    <section className="box">
      <h2>Événements en souffrance</h2>
      {error && <ListError message={error.message} retry={() => void refetch()} />}
      {data?.length === 0 && <p>Aucun&nbsp;: tout ce qui est arrivé a été traité.</p>}
      {data && data.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Événement</th>
              <th scope="col">Service</th>
              <th scope="col">Erreur</th>
              <th scope="col">Essais</th>
              <th scope="col">Dernier essai</th>
              <th scope="col">
                <span className="unseen">Détail</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((letter) => (
              <tr key={`${letter.service}/${letter.id}`}>
                <td>
                  <strong>{letter.event.type}</strong>
                  <br />
                  <span className="quiet small">{letter.event.subject}</span>
                </td>
                <td>
                  {letter.service}
                  <br />
                  <span className="quiet small">{letter.consumer}</span>
                </td>
                <td className="clamped">{letter.error}</td>
                <td>{letter.attempts}</td>
                <td className="nowrap">
                  {sayMomentShort(letter.lastAt, now)}
                  {letter.state === 'replayed' && <span className="quiet small">, rejoué</span>}
                </td>
                <td>
                  <Button variant="text" onClick={() => setShown(letter)}>
                    Ouvrir<span className="unseen"> {letter.event.type}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown && (
        <DeadLetterDialog letter={shown} onClose={() => setShown(undefined)} onChanged={() => void refetch()} />
      )}
    </section>
  )
}
