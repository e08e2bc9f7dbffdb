posts:<#list published_posts as p> ${p.title}</#list>
pages:<#list published_pages as p> ${p.title}</#list>
recipes:<#list published_recipes as p> ${p.title}</#list>
content:<#list published_content as p> ${p.title}</#list>
all:<#list all_content as p> ${p.title}</#list>
alltags:<#list alltags as t> ${t}</#list>
tags:<#list tags?sort_by("name") as t> ${t.name}=${t.uri}<#list t.tagged_posts as p> ${p.title};</#list><#list t.tagged_documents as p> ${p.title},</#list></#list>
db: ${db.getPublishedCount("recipe")} ${db.getDocumentCount("post")}<#list db.getPublishedPostsByTag("chung") as p> ${p.title}</#list>
data: ${data.get("nhom.yaml").ten} <#list data.get("nhom.yaml").nguoi as n>${n} </#list>
