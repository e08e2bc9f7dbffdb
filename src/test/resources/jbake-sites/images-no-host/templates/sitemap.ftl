<urlset><#list published_content as c><loc>${config.site_host}/${c.uri}</loc><lastmod>${c.date?string("yyyy-MM-dd")}</lastmod></#list></urlset>
