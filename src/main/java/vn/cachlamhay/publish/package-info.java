/** Puts the finished site on a host: what changed only, in an order that readers do not notice. */
package vn.cachlamhay.publish;
