package vn.cachlamhay.build;

import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;

/**
 * What a bake knows of the site's articles and of what they may name, for those who write them.
 * Immutable.
 *
 * @param library everything that was read, articles with broken links among the others
 * @param gazetteer with the places that were made for articles
 */
public record Catalog(SiteConfig config, Library library, Gazetteer gazetteer, Topics topics) {}
