import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fold, type HighlightPart, type SearchEngine, type SearchIndex, type SearchQuery } from '@pmq/platform/search'
import { eventually } from '../eventually/index.ts'
import { type HeritageDocument, heritageDocuments, heritageFields } from './heritage-documents.ts'

export type SearchFixture = { engine: SearchEngine; stop(): Promise<void> }
type Index = SearchIndex<typeof heritageFields>
type Query = SearchQuery<typeof heritageFields>

/** What every search engine promises, whatever is behind it. Registers its tests with node:test. */
export function searchContract(name: string, { start }: { start(): Promise<SearchFixture> }): void {
  describe(`search on ${name}`, { timeout: 120_000 }, () => {
    let fixture: SearchFixture
    /** The heritage sheets; tests that write open an index of their own. */
    let index: Index
    before(async () => {
      fixture = await start()
      index = await openIndex()
      await index.put(heritageDocuments)
      await eventually(async () => assert.equal(await index.count(), heritageDocuments.length))
    })
    after(() => fixture?.stop())

    const openIndex = (indexName = `contract-${randomUUID()}`, version = 1): Promise<Index> =>
      fixture.engine.index({ name: indexName, version, fields: heritageFields })
    const found = async (query: Query, where = index) => (await where.search(query)).items.map(({ id }) => id).sort()
    const document = (id: string, version: number, fields: HeritageDocument['fields'] = { title: 'Lavoir' }) => ({
      id,
      version,
      fields,
    })
    /** Waits for what `put` and `remove` promise within a second. */
    const soon = (check: () => Promise<unknown>) => eventually(async () => void (await check()), { within: 2000 })

    for (const [typed, expected] of [
      ['église', 'eglise'],
      ["l'eglise", 'eglise'],
      ['l’ÉGLISE', 'eglise'],
      ['eglises', 'eglise'],
      ['vitrail', 'eglise'],
      ['vitraux', 'eglise'],
      ['travail', 'eglise'],
      ['choeur', 'eglise'],
      ['chœurs', 'eglise'],
      ['restaurations', 'eglise'],
      ['St Pierre', 'eglise'],
      ['chateau', 'chateau'],
      ['châteaux', 'chateau'],
      ['chapeau', 'chapeau'],
      ['fortifiée', 'chateau'],
      ['fortifie', 'chateau'],
      ['musées', 'chateau'],
      ['médiéval', 'abbaye'],
      ['medievale', 'abbaye'],
      ["d'abbayes", 'abbaye'],
      ['causses', 'abbaye'],
      ['publique', 'abbaye'],
      ['moulins à huile', 'moulin'],
      ['Negrepelisse', 'eglise'],
      ['marches', 'halle'],
      ['mesure grain', 'halle'],
    ] as const) {
      test(`« ${typed} » finds ${expected} first`, async () => {
        const ids = (await index.search({ text: typed })).items.map(({ id }) => id)
        assert.equal(ids[0], expected)
      })
    }

    for (const typed of ['cathédrale', 'port', 'zzzzzzzz', 'le de la', '2042']) {
      test(`« ${typed} » finds nothing`, async () => assert.equal((await index.search({ text: typed })).total, 0))
    }

    for (const [typed, expected, corrected] of [
      ['patrimione', 'moulin', 'patrimoine'],
      ['abbyae', 'abbaye', 'abbaye'],
      ['chataeu', 'chateau', 'chateau'],
      ['caussde', 'moulin', 'caussade'],
      ['Negreplisse', 'eglise', 'negrepelisse'],
      ['restauratoin', 'eglise', 'restauration'],
      ['moulin huike', 'moulin', 'moulin huile'],
    ] as const) {
      test(`the mistake in « ${typed} » is forgiven, and told`, async () => {
        const answer = await index.search({ text: typed })
        assert.ok(
          answer.items.some(({ id }) => id === expected),
          JSON.stringify(answer.items.map(({ id }) => id)),
        )
        assert.equal(fold(answer.corrected ?? ''), corrected)
      })
    }

    test('a word that is known is not corrected', async () => {
      assert.equal((await index.search({ text: 'moulin' })).corrected, undefined)
      assert.deepEqual(await found({ text: 'moulin' }), ['moulin'])
    })

    test('all words must be there; when no document has them all, some are enough', async () => {
      assert.deepEqual(await found({ text: 'halle grains' }), ['halle'])
      assert.deepEqual(await found({ text: 'abbaye moulin' }), ['abbaye', 'moulin'])
    })

    test('a word in a field with more weight counts more', async () => {
      const { items } = await index.search({ text: 'Montricoux peinture' })
      assert.equal(items[0]?.id, 'chateau')
      const byTitle = await openIndex()
      await byTitle.put([
        document('in-body', 1, { title: 'Fiche', body: 'Un lavoir' }),
        document('in-title', 1, { title: 'Lavoir', body: 'Une fiche' }),
      ])
      await soon(async () =>
        assert.deepEqual(
          (await byTitle.search({ text: 'lavoir' })).items.map(({ id }) => id),
          ['in-title', 'in-body'],
        ),
      )
    })

    test('a hit gives back the whole document, a score and its id', async () => {
      const { items, total } = await index.search({ text: 'halle' })
      assert.equal(total, 1)
      assert.deepEqual(items[0]?.fields, heritageDocuments.find(({ id }) => id === 'halle')?.fields)
      assert.ok((items[0]?.score ?? 0) > 0)
      assert.deepEqual(items[0]?.highlights, {})
    })

    test('without a text, everything comes in the order of the ids', async () => {
      const { items, total } = await index.search({})
      assert.equal(total, 6)
      assert.deepEqual(
        items.map(({ id }) => id),
        ['abbaye', 'chapeau', 'chateau', 'eglise', 'halle', 'moulin'],
      )
    })

    test('filters must all hold; within one, any of the values', async () => {
      assert.deepEqual(await found({ filters: { themes: ['religieux', 'commercial'] } }), ['abbaye', 'eglise', 'halle'])
      assert.deepEqual(await found({ filters: { themes: ['industriel'], commune: ['Caussade'] } }), [
        'chapeau',
        'moulin',
      ])
      assert.deepEqual(await found({ filters: { themes: ['religieux'], commune: ['Caussade'] } }), [])
      assert.deepEqual(await found({ filters: { themes: [] }, text: 'moulin' }), ['moulin'])
      assert.deepEqual(await found({ filters: { commune: ['caussade'] } }), [], 'values are exact')
    })

    test('a facet counts every value, without the filter of its own field', async () => {
      const { facets, total } = await index.search({
        filters: { commune: ['Caussade'], themes: ['industriel'] },
        facets: ['themes', 'commune'],
      })
      assert.equal(total, 2)
      assert.deepEqual(facets, {
        themes: [
          { value: 'industriel', count: 2 },
          { value: 'hydraulique', count: 1 },
        ],
        commune: [{ value: 'Caussade', count: 2 }],
      })
      const all = await index.search({ text: 'grain', facets: ['commune'], perPage: 0 })
      assert.deepEqual(all.facets.commune, [
        { value: 'Caussade', count: 1 },
        { value: 'Caylus', count: 1 },
      ])
      assert.deepEqual(all.items, [])
      assert.equal(all.total, 2)
    })

    test('ranges include both ends', async () => {
      assert.deepEqual(await found({ ranges: { height: { from: 12, to: 28 } } }), ['abbaye', 'chapeau', 'chateau'])
      assert.deepEqual(await found({ ranges: { builtAt: { to: '1277-05-02' } } }), ['abbaye', 'chateau'])
      assert.deepEqual(await found({ ranges: { builtAt: { from: '1750-06-15', to: '1750-06-15' } } }), ['moulin'])
      assert.deepEqual(await found({ ranges: { height: { from: 30 }, builtAt: { from: '1300-01-01' } } }), ['eglise'])
    })

    test('near finds what is within so many kilometres', async () => {
      const near = { field: 'place', lat: 44.1609, lon: 1.5376 } as const
      assert.deepEqual(await found({ near: { ...near, km: 1 } }), ['chapeau', 'moulin'])
      assert.deepEqual(await found({ near: { ...near, km: 12.5 } }), ['chapeau', 'chateau', 'eglise', 'moulin'])
      assert.deepEqual(await found({ near: { ...near, km: 12.5 }, text: 'musée' }), ['chateau'])
    })

    test('sorted by a date or a number, what has none comes last', async () => {
      const ids = async (query: Query) => (await index.search(query)).items.map(({ id }) => id)
      const oldest = ['abbaye', 'chateau', 'halle', 'eglise', 'moulin', 'chapeau']
      assert.deepEqual(await ids({ sort: { field: 'builtAt', order: 'asc' } }), oldest)
      assert.deepEqual(await ids({ sort: { field: 'builtAt', order: 'desc' } }), oldest.toReversed())
      const highest = ['eglise', 'chateau', 'abbaye', 'chapeau', 'moulin', 'halle']
      assert.deepEqual(await ids({ sort: { field: 'height', order: 'desc' } }), highest)
      assert.deepEqual(await ids({ sort: { field: 'height', order: 'asc' } }), [
        ...highest.slice(0, 5).toReversed(),
        'halle',
      ])
    })

    test('pages follow each other, and end', async () => {
      const page = async (number: number) =>
        (await index.search({ page: number, perPage: 4 })).items.map(({ id }) => id)
      assert.deepEqual(await page(1), ['abbaye', 'chapeau', 'chateau', 'eglise'])
      assert.deepEqual(await page(2), ['halle', 'moulin'])
      assert.deepEqual(await page(3), [])
      assert.deepEqual(await page(1_000_000), [])
    })

    const written = (parts: HighlightPart[] | undefined) =>
      parts?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

    test('whole original words are marked, in the fields that were asked for', async () => {
      const { items } = await index.search({ text: 'eglise vitrail', highlight: ['title', 'body'] })
      assert.equal(written(items[0]?.highlights.title), '[Église] Saint-Pierre')
      assert.match(written(items[0]?.highlights.body) ?? '', /conserve des \[vitraux\] du XIXe/)
    })

    test('a field that did not match has no highlight, and neither has a search without text', async () => {
      const { items } = await index.search({ text: 'Beaulieu', highlight: ['title', 'body'] })
      assert.equal(written(items[0]?.highlights.title), 'Abbaye de [Beaulieu]')
      assert.equal(items[0]?.highlights.body, undefined)
      assert.deepEqual((await index.search({ highlight: ['title'] })).items[0]?.highlights, {})
    })

    test('an extract of a long text is short, and shows the match; markup in it stays text', async () => {
      const long = await openIndex()
      const filler = 'Les jours de foire amenaient beaucoup de monde sur la place du bourg. '
      const body = `${filler.repeat(20)}On y voit un <b>pigeonnier</b> sur quatre piliers. ${filler.repeat(20)}`
      await long.put([document('a', 1, { title: 'Fiche', body })])
      await soon(async () => assert.equal(await long.count(), 1))
      const { items } = await long.search({ text: 'pigeonniers', highlight: ['body'] })
      const parts = items[0]?.highlights.body ?? []
      const text = parts.map((part) => part.text).join('')
      assert.ok(text.length > 60 && text.length < 320, `${text.length} characters`)
      assert.ok(body.includes(text.replaceAll('…', '')), 'the extract is the original text')
      assert.deepEqual(
        parts.filter(({ marked }) => marked),
        [{ text: 'pigeonnier', marked: true }],
      )
      assert.ok(text.includes('<b>pigeonnier</b>'))
    })

    test('a corrected word is highlighted as well', async () => {
      const { items } = await index.search({ text: 'patrimione', highlight: ['body'] })
      assert.match(written(items.find(({ id }) => id === 'moulin')?.highlights.body) ?? '', /\[Patrimoine\] rural/)
    })

    const suggested = async (typed: string, options?: Parameters<Index['suggest']>[1]) =>
      (await index.suggest(typed, options)).map(({ text }) => text)

    test('suggestions begin like what is typed, at any word, without accents; whole titles first', async () => {
      assert.deepEqual(await suggested('egl'), ['Église Saint-Pierre'])
      assert.deepEqual(await suggested('CHÂT'), ['Château de Montricoux'])
      assert.deepEqual(await suggested('cha'), ['Château de Montricoux', 'Fabriques de chapeaux de paille'])
      assert.deepEqual(await suggested('saint'), ['Saint-Antonin-Noble-Val', 'Église Saint-Pierre'])
      assert.deepEqual(await suggested('moulin de la l'), ['Moulin de la Lère'])
      assert.deepEqual(await suggested('église st'), [])
    })

    test('suggestions are limited, filtered, and never come from nothing', async () => {
      assert.equal((await suggested('c', { limit: 2 })).length, 2)
      assert.deepEqual(await suggested('m', { filters: { commune: ['Caussade'] } }), ['Moulin de la Lère'])
      for (const typed of ['', '   ', '🎉', '«»', 'x'.repeat(10_000)]) assert.deepEqual(await suggested(typed), [])
    })

    test('a suggestion gives back its document', async () => {
      const [first] = await index.suggest('halle')
      assert.equal(first?.id, 'halle')
      assert.equal(first?.fields.image, '/images/halle.avif')
    })

    for (const [what, typed] of [
      ['quotes', '"moulin'],
      ['operators', 'moulin AND ( OR NOT NEAR( -eau +'],
      ['wildcards', 'mou* ?oulin ~2 ^3'],
      ['a column filter', 'title:moulin {a b}: c'],
      ['markup', '<script>alert(1)</script>'],
      ['an emoji', '🎉👩‍🌾'],
      ['10 000 characters', 'moulin '.repeat(1500)],
      ['one word of 10 000 characters', 'x'.repeat(10_000)],
      ['control characters', 'mou\u0000lin\u0007 \ud800'],
      ['a backslash at the end', 'moulin \\'],
      ['brackets', '[moulin] {{eau}} /huile/'],
    ]) {
      test(`${what} in a text are only text`, async () => {
        const answer = await index.search({ text: typed ?? '', highlight: ['title', 'body'], facets: ['themes'] })
        assert.ok(answer.total >= 0)
        await index.suggest(typed ?? '')
      })
    }

    test('a text without any word finds nothing', async () => {
      assert.equal((await index.search({ text: '"* ()' })).total, 0)
      assert.equal((await index.search({ text: '🎉' })).total, 0)
    })

    test('a put replaces the document, and what it no longer says is no longer found', async () => {
      const own = await openIndex()
      await own.put([document('a', 1, { title: 'Vieux lavoir', themes: ['rural'] })])
      await own.put([document('a', 2, { title: 'Fontaine' })])
      await soon(async () => assert.deepEqual(await found({ text: 'fontaine' }, own), ['a']))
      assert.deepEqual(await found({ text: 'lavoir' }, own), [])
      assert.deepEqual(await found({ filters: { themes: ['rural'] } }, own), [])
      assert.deepEqual(await own.suggest('vieux'), [])
      assert.equal(await own.count(), 1)
    })

    test('an older or equal version changes nothing', async () => {
      const own = await openIndex()
      await own.put([document('a', 5, { title: 'Fontaine' })])
      await own.put([document('a', 5, { title: 'Autre' }), document('a', 4, { title: 'Ancien' }), document('b', 1)])
      await own.remove('a', 5)
      await soon(async () => assert.deepEqual(await found({}, own), ['a', 'b']))
      assert.equal((await own.search({})).items[0]?.fields.title, 'Fontaine')
    })

    test('what was removed stays removed, whatever comes late', async () => {
      const own = await openIndex()
      await own.put([document('a', 1), document('b', 1)])
      await own.remove('a', 3)
      await own.remove('never-seen', 2)
      await own.put([document('a', 2), document('a', 3), document('never-seen', 1)])
      await soon(async () => assert.deepEqual(await found({}, own), ['b']))
      assert.equal(await own.count(), 1)
      assert.deepEqual(await found({ text: 'lavoir' }, own), ['b'])
      await own.put([document('a', 4)])
      await soon(async () => assert.deepEqual(await found({ text: 'lavoir' }, own), ['a', 'b']))
    })

    test('documents that do not fit are refused by name; the others are stored', async () => {
      const own = await openIndex()
      const bad = { id: 'bad', version: 1, fields: { title: 12 } } as unknown as HeritageDocument // as a stranger may send it
      await assert.rejects(
        own.put([document('good', 1), bad]),
        (error: Error & { code?: string; refused?: unknown }) => {
          assert.equal(error.code, 'SEARCH_DOCUMENTS_REFUSED')
          assert.deepEqual(
            (error.refused as { id: string }[]).map(({ id }) => id),
            ['bad'],
          )
          return true
        },
      )
      await soon(async () => assert.deepEqual(await found({}, own), ['good']))
    })

    test('an index keeps its documents when it is opened again, and begins empty in a new version', async () => {
      const indexName = `contract-${randomUUID()}`
      const first = await openIndex(indexName)
      await first.put([document('a', 1)])
      await soon(async () => assert.equal(await first.count(), 1))
      assert.equal(await (await openIndex(indexName)).count(), 1)
      const changed = { ...heritageFields, architect: { type: 'text' } } as const
      await assert.rejects(fixture.engine.index({ name: indexName, version: 1, fields: changed }), {
        code: 'SEARCH_FIELDS_CHANGED',
      })
      const second = await fixture.engine.index({ name: indexName, version: 2, fields: changed })
      assert.equal(await second.count(), 0)
      await second.put([{ id: 'a', version: 1, fields: { architect: 'Inconnu' } }])
      await soon(async () => assert.equal((await second.search({ text: 'inconnu' })).total, 1))
    })

    test('a rebuild takes the place of the index at once: searches never miss anything meanwhile', async () => {
      const own = await openIndex()
      const ids = Array.from({ length: 30 }, (_, number) => `d${number}`)
      await own.put(ids.map((id) => document(id, 1, { title: 'Ancien lavoir' })))
      await soon(async () => assert.equal(await own.count(), 30))
      const totals = new Set<number>()
      let rebuilt = false
      const searching = (async () => {
        while (!rebuilt) {
          totals.add((await own.search({ text: 'lavoir', perPage: 0 })).total)
          await nextTurn()
        }
      })()
      await own.rebuild(async (fresh) => {
        for (const id of ids) await fresh.put([document(id, 1, { title: 'Nouveau lavoir' })])
      })
      rebuilt = true
      await searching
      assert.deepEqual([...totals], [30])
      await soon(async () => assert.equal((await own.search({ text: 'nouveau' })).total, 30))
    })

    test('what is put or removed during a rebuild is there after it; what was dropped is gone', async () => {
      const own = await openIndex()
      await own.put([document('stays', 1), document('dropped', 1), document('goes', 1), document('gone-before', 1)])
      await own.remove('gone-before', 2)
      await own.rebuild(async (fresh) => {
        await own.put([document('new', 1), document('stays', 3, { title: 'Lavoir couvert' })])
        await own.remove('goes', 2)
        await fresh.put([document('stays', 2), document('goes', 1), document('new', 1)])
      })
      await own.put([document('gone-before', 1)])
      await soon(async () => assert.deepEqual(await found({ text: 'lavoir' }, own), ['new', 'stays']))
      assert.equal((await own.search({ text: 'couvert' })).total, 1)
    })

    test('a rebuild that fails changes nothing, and another can follow', async () => {
      const own = await openIndex()
      await own.put([document('a', 1)])
      const failing = own.rebuild(async (fresh) => {
        await fresh.put([document('b', 1)])
        throw new Error('no more input')
      })
      await assert.rejects(failing, /^Error: no more input$/)
      await soon(async () => assert.deepEqual(await found({}, own), ['a']))
      await own.rebuild((fresh) => fresh.put([document('c', 1)]))
      await soon(async () => assert.deepEqual(await found({}, own), ['c']))
    })

    test('the engine answers when asked, and no more once closed', async () => {
      await fixture.engine.check()
      await fixture.engine.close()
      await assert.rejects(fixture.engine.check())
    })
  })
}
