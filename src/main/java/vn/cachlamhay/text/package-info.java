/** Vietnamese text: Unicode form, tone placement, folding, slugs, order, dates. */
package vn.cachlamhay.text;
