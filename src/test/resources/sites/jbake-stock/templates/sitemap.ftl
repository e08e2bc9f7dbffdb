<urlset><#list published_content as c><loc>${config.site_host}/${c.uri}</loc></#list></urlset>
