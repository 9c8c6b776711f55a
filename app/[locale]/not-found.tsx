import { NotFoundPage } from '@/app/_components/not-found-page';
import { requestLocale } from '@/app/_request/locale';

/**
 * What `notFound()` in a page shows. Next sends this one through JavaScript only (its HTML is an empty document with status
 * 404), so an address that no page has is answered by app/global-not-found.tsx instead, which is whole without it.
 */
export default async function NotFound() {
  return <NotFoundPage locale={await requestLocale()} />;
}
