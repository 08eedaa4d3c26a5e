const earthKm = 6371
const rad = Math.PI / 180

/** Great-circle distance in kilometres between two points in WGS 84 degrees (haversine formula). */
export function kmBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(h))
}
