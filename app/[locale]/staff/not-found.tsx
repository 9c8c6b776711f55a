import { NotFoundContent } from '@/app/_components/not-found-page';
import { requestLocale } from '@/app/_request/locale';

/**
 * What `notFound()` in a page of the desk shows. Next sends this one through JavaScript only (its HTML is an empty document with status
 * 404), so an address that no page has is answered by app/global-not-found.tsx instead, which is whole without it. It stands here and not above,
 * because Next makes it along with every page below, and a phone would load it with each.
 */
export default async function NotFound() {
  return <NotFoundContent locale={await requestLocale()} />;
}
