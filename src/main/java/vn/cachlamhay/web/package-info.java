/**
 * Pages of the web: fetched with care, or saved by a browser; the article among their furniture.
 */
package vn.cachlamhay.web;
