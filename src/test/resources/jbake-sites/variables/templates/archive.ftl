<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
published_posts:<#list published_posts as p><@one p/></#list>
published_pages:<#list published_pages as p><@one p/></#list>
published_recipes:<#list published_recipes as p><@one p/></#list>
published_content:<#list published_content as p><@one p/></#list>
all_content:<#list all_content as p><@one p/></#list>
posts:<#list posts as p><@one p/></#list>
pages:<#list pages as p><@one p/></#list>
recipes:<#list recipes as p><@one p/></#list>
archives:${archives?size} feeds:${feeds?size} indexs:${indexs?size} datas:${datas?size} tags: ${tags?size}
alltags:<#list alltags as t> [${t}]</#list>
tags:<#list tags as t> [${t.name} ${t.uri} ${t.tagged_posts?size} ${t.tagged_documents?size}]</#list>
db.getTags:<#list db.getTags() as t> [${t}]</#list>
db.getAllTags:<#list db.allTags as t> [${t}]</#list>
db.counts: ${db.getPublishedCount("post")} ${db.getDocumentCount("post")} ${db.getDocumentCount("recipe")} ${db.getDocumentCount("data")} ${db.getPublishedCount("page")}
db.byTag:<#list db.getPublishedPostsByTag("chung") as p> ${p.title}</#list>
db.documentsByTag:<#list db.getPublishedDocumentsByTag("chung") as p> ${p.title}</#list>
db.content:<#list db.getPublishedContent("recipe") as p> ${p.title}</#list>
db.all:<#list db.getAllContent("post") as p> ${p.title}</#list>
db.posts:<#list db.publishedPosts as p> ${p.title}</#list> pages:<#list db.publishedPages as p> ${p.title}</#list>
db.byUri:<#list db.getDocumentByUri("blog/mot.html") as p> ${p.title} ${p.body}</#list>
db.status:<#list db.getDocumentStatus("blog/mot.html") as p> ${p.sha1} ${p.rendered?c}</#list>
data: ${data.get("nhom.yaml").ten}<#list data.get("nhom.yaml").nguoi as n> ${n}</#list>
missing data: ${data.get("khong-co.yaml")?size}
config: ${config.my_own_key} ${config.list_key?is_string?c} ${config.site_host} ${config.index_posts_per_page} ${config.index_paginate?is_boolean?c} ${config.render_tags} ${config.content_folder} ${config.date_format} ${config.version} ${config.template_recipe_file} ${config.tag_path}
version: ${version}
published_date: ${published_date?is_date?c}
number: ${1234567.5} ${config.index_posts_per_page?number + 1}
paging: ${numberOfPages} ${currentPageNumber} [${previousFileName}] [${nextFileName}]
